using System.Text.RegularExpressions;
using Triggers.Language.Evaluation;
using Triggers.Language.Functions;
using Triggers.Language.Workspaces.Definitions;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Docs;

/// <summary>
/// The language reference says what the code does. Tables of keys are written by this test: run it with TRIGGERS_APPROVE=1 after a definition has changed, and read the difference.
/// </summary>
public sealed class LanguageDocTests
{
    private const string Keys = "keys of ";
    private static readonly Document Reference = Document.Of("docs/language.md");

    public static TheoryData<string> Definitions => [.. Built().Keys];

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Every_key_is_in_the_reference_as_it_is_defined(string definition) => Verify(Keys + definition, KeyTable.Of(Built()[definition]));

    [Fact]
    public void The_reference_has_no_table_of_keys_that_are_not_there() =>
        Assert.Equal(Built().Keys.Order(), Reference.Markers.Where(marker => marker.StartsWith(Keys, StringComparison.Ordinal)).Select(marker => marker[Keys.Length..]).Order());

    [Fact]
    public void Everything_that_check_refuses_as_not_built_is_listed() => Verify("not built", KeyTable.Unbuilt());

    [Fact]
    public void Every_diagnostic_code_is_explained_and_every_explained_code_exists()
    {
        var declared = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\"(TR[0-9]{4})\"").Select(match => match.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var rows = Reference.Markers.Where(marker => marker.StartsWith("codes", StringComparison.Ordinal)).SelectMany(Reference.Table).ToList();

        Assert.Equal(declared, rows.Select(row => row[0].Trim('`')));
        Assert.All(rows, row => Assert.All(row, cell => Assert.NotEmpty(cell)));
        Assert.True(declared.Count > 90, $"Only {declared.Count} codes were found.");
    }

    [Fact]
    public void Every_function_is_explained() =>
        Assert.Equal(
            StandardFunctions.Names.Order(StringComparer.Ordinal),
            Reference.Table("functions").SelectMany(row => Regex.Matches(row[0], "([a-zA-Z]+)\\(").Select(match => match.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Example_expressions_have_the_values_shown()
    {
        foreach (var row in Reference.Table("values"))
        {
            var expression = row[0].Trim('`').Replace("\\|", "|", StringComparison.Ordinal);
            var outcome = ExpressionConsole.Evaluate(new("expression", expression), null);
            Assert.Equal((expression, row[1].Trim('`')), (expression, outcome.Value.IsError ? "error: " + outcome.Value.AsError.Message : outcome.Value.ToString()));
        }
    }

    private static SortedDictionary<string, ObjectDefinition> Built() =>
        new(FileKinds.All.SelectMany(KeyTable.Built).Distinct().Where(KeyTable.HasRows).ToDictionary(definition => definition.Name), StringComparer.Ordinal);

    private static void Verify(string marker, string expected)
    {
        if (Environment.GetEnvironmentVariable("TRIGGERS_APPROVE") == "1")
        {
            Reference.Replace(marker, expected);
        }

        Assert.Equal(expected, Reference.Below(marker));
    }
}
