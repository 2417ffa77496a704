using System.Text.Json.Nodes;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Contracts;

/// <summary>
/// Every version of a contract that was ever published stays in the folder Versions, schema and example: what one reads today must read what the other wrote then, and the
/// other way round. A new version adds two files and changes none.
/// </summary>
public sealed class CompatibilityTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Triggers.Tests", "Contracts", "Versions");

    public static IEnumerable<object[]> Versions =>
        Directory.EnumerateFiles(Folder, "*.schema.json").Select(file => Path.GetFileName(file).Replace(".schema.json", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(version => new object[] { version.Split('-')[0], version });

    [Theory]
    [MemberData(nameof(Versions))]
    public void Records_that_were_written_then_are_read_now(string contract, string version) =>
        Assert.Empty(Schema(contract).Mistakes(File.ReadAllText(Path.Combine(Folder, version + ".json"))));

    [Theory]
    [MemberData(nameof(Versions))]
    public void Records_that_are_written_now_are_read_by_who_knows_only_that_version(string contract, string version)
    {
        var then = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, version + ".schema.json")))!;
        var now = JsonNode.Parse(Schema(contract).Text)!;

        Assert.Equal(Names(then["required"]!), Names(now["required"]!));
        foreach (var (name, definition) in then["properties"]!.AsObject())
        {
            Assert.True(now["properties"]![name] is { } current && SameForm(definition!, current), $"{name} is not what it was in {version}.");
        }
    }

    [Fact]
    public void The_newest_version_of_each_contract_is_kept()
    {
        foreach (var contract in new[] { "message", "decision", "feedback" })
        {
            var newest = Directory.EnumerateFiles(Folder, contract + "-*.schema.json").Order(StringComparer.Ordinal).Last();
            Assert.Equal(Schema(contract).Text, File.ReadAllText(newest));
        }
    }

    private static ContractSchema Schema(string contract) => contract switch
    {
        "message" => ContractSchema.Message,
        "decision" => ContractSchema.Decision,
        _ => ContractSchema.Feedback,
    };

    private static IEnumerable<string> Names(JsonNode list) => list.AsArray().Select(name => (string)name!);

    /// <summary>The same but for descriptions, which may be put better.</summary>
    private static bool SameForm(JsonNode then, JsonNode now) => JsonNode.DeepEquals(WithoutDescriptions(then), WithoutDescriptions(now));

    private static JsonNode? WithoutDescriptions(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(f => f.Key != "description" || f.Value is JsonObject).Select(f => KeyValuePair.Create(f.Key, WithoutDescriptions(f.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutDescriptions)]),
        _ => node?.DeepClone(),
    };
}
