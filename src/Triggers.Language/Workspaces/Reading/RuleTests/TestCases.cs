using System.Text.RegularExpressions;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Yaml;

namespace Triggers.Language.Workspaces.Reading.RuleTests;

/// <summary>Fills the values of one case into a rule test: <c>&lt;name&gt;</c> in any value is replaced.</summary>
internal sealed partial class TestCases(DiagnosticBag diagnostics)
{
    /// <summary>The tests that <paramref name="test"/> stands for: itself, or one for each case, with the name of the case.</summary>
    public IEnumerable<TestCase> Of(YamlMapping test)
    {
        var cases = (test.Sequence("cases")?.Items ?? []).OfType<YamlMapping>().ToList();
        return cases.Count == 0 ? [new(null, test)] : cases.Select(c => new TestCase(c.Text("case"), (YamlMapping)Fill(test, Values(c))));
    }

    private static Dictionary<string, string> Values(YamlMapping line) =>
        line.Entries.Where(e => e.Value is YamlScalar).ToDictionary(e => e.Name, e => ((YamlScalar)e.Value).Value, StringComparer.Ordinal);

    private YamlNode Fill(YamlNode node, Dictionary<string, string> values) => node switch
    {
        YamlScalar scalar => Fill(scalar, values),
        YamlMapping mapping => mapping with { Entries = [.. mapping.Entries.Select(e => e.Name == "cases" ? e : e with { Value = Fill(e.Value, values) })] },
        YamlSequence sequence => sequence with { Items = [.. sequence.Items.Select(i => Fill(i, values))] },
        _ => node,
    };

    private YamlScalar Fill(YamlScalar scalar, Dictionary<string, string> values)
    {
        if (!scalar.Value.Contains('<', StringComparison.Ordinal))
        {
            return scalar;
        }

        foreach (Match placeholder in Placeholder().Matches(scalar.Value))
        {
            if (!values.ContainsKey(placeholder.Groups[1].Value))
            {
                diagnostics.UnknownPlaceholder(scalar, placeholder.Value, [.. values.Keys.Select(name => $"<{name}>")]);
            }
        }

        var text = values.Aggregate(scalar.Value, (filled, pair) => filled.Replace($"<{pair.Key}>", pair.Value, StringComparison.Ordinal));
        return scalar with { Text = new(scalar.Span.Source, text, new RepeatedOffset(scalar.Span.Start, text.Length + 1)) };
    }

    [GeneratedRegex("<([A-Za-z_][A-Za-z0-9_]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
