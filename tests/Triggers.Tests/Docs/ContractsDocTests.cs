using System.Buffers;
using System.Text;
using System.Text.Json;
using Triggers.Engine.Intake;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Runtime.Contracts;
using Triggers.Tests.Contracts;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Docs;

/// <summary>The tables of fields, and the examples, name what the writers write, in the same order.</summary>
public sealed class ContractsDocTests
{
    private static readonly Document Contracts = Document.Of("docs/contracts.md");
    private static readonly Timestamp Time = new(1_772_439_336_000);
    private static readonly Identifier Anna = new("customer", "anna");
    private static readonly CustomerKey Customer = new KeySecret("sixteen-letters-or-more"u8.ToArray()).KeyOf(Anna);

    [Fact]
    public void Messages_have_the_fields_of_their_table() => Check("message", MessageJson.Write(SampleContracts.FullMessage));

    [Fact]
    public void Decisions_have_the_fields_of_their_table() => Check("decision", DecisionJson.Write(SampleContracts.FullDecision), DecisionJson.Write(SampleContracts.BareDecision));

    [Fact]
    public void Feedback_has_the_fields_of_its_table() => Check(
        "feedback", File.ReadAllBytes(Repository.PathOf("tests", "Triggers.Tests", "Contracts", "Versions", "feedback-1.0.json")));

    [Fact]
    public void Dead_letters_have_the_fields_of_their_table() => Check(
        "dead letter", DeadLetterJson.Write(new("clicks", 0, 1, "Because.", "text"u8.ToArray())), DeadLetterJson.Write(new("clicks", 0, 1, "Because.", new byte[] { 0xFF })),
        DeadLetterJson.Write(new("clicks", 0, 1, "Because.", new byte[DeadLetterJson.SizeMax])));

    [Fact]
    public void Late_events_have_the_fields_of_their_table() => Check("late event", LateJson.Write(new(Customer, Canonical(), Time, Time, TimeSpan.FromHours(2))));

    [Fact]
    public void Canonical_events_have_the_fields_of_their_table() => Check("canonical event", Canonical());

    private static byte[] Canonical()
    {
        var type = new EventType("order.placed", 0, "orders", new("order.placed", [
            new("id", EventType.IdOrdinal, DataType.String, Optional: false),
            new("time", EventType.TimeOrdinal, DataType.Timestamp, Optional: false),
            new("type", EventType.TypeOrdinal, DataType.String, Optional: false),
            new("order", EventType.FirstField, DataType.String, Optional: false)]), null);
        var source = new CustomerEvent();
        source.Begin(type, Customer, Anna, "e1", Time);
        source.Set(EventType.FirstField, Value.Of("o1"));
        var bytes = new ArrayBufferWriter<byte>();
        EventWriter.Write(source, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Check(string contract, params byte[][] written)
    {
        var rows = Contracts.Table("fields of " + contract);
        var names = rows.Select(row => row[0].Trim('`')).ToList();
        var fields = written.Select(Fields).ToList();
        Assert.Equal(names.Order(), fields.SelectMany(all => all).Select(field => field.Name).Distinct().Order());
        Assert.All(fields, all => Assert.Equal(names.Where(name => all.Any(field => field.Name == name)), all.Select(field => field.Name)));
        foreach (var row in rows)
        {
            var values = fields.SelectMany(all => all).Where(field => field.Name == row[0].Trim('`')).Select(field => field.Value.ValueKind.ToString().ToLowerInvariant()).Distinct();
            Assert.Equal([row[1].Split(',', ' ')[0]], values);
        }

        Assert.All(Examples(contract), example => Assert.Equal(names.Where(name => example.Contains(name)), example));
    }

    private static List<JsonProperty> Fields(byte[] json) => [.. JsonSerializer.Deserialize<JsonElement>(json).EnumerateObject()];

    /// <summary>Names of the fields of the example in the contract's chapter, if it has one.</summary>
    private static IEnumerable<List<string>> Examples(string contract)
    {
        var from = Contracts.Text.IndexOf($"<!-- fields of {contract} -->", StringComparison.Ordinal);
        var chapter = Contracts.Text[from..].Split("\n## ")[0];
        return chapter.Split("```json\n").Skip(1).Select(rest => Fields(Encoding.UTF8.GetBytes(rest.Split("\n```")[0])).ConvertAll(field => field.Name));
    }
}
