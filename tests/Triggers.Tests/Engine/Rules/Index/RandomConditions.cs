using System.Globalization;
using Triggers.Model.Events;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Support;

namespace Triggers.Tests.Engine.Rules.Index;

/// <summary>Random conditions, as text, and random events about the same few values, so that they meet often; edges of every type among them.</summary>
internal sealed class RandomConditions(Random random)
{
    private static readonly string[] Texts = ["", "a", "b", "cat", "formula", "diapers", "products-0001", "products-0002", "products-1001", "日本語", "😀", new('x', 300)];
    private static readonly string[] Whole = ["0", "1", "2", "3", "-1", "7", "200", "9223372036854775807", "-9223372036854775808", "9223372036854775806"];
    private static readonly string[] Unsigned = ["0u", "1u", "2u", "9223372036854775807u", "9223372036854775808u", "18446744073709551615u", "3"];
    private static readonly string[] Fractions = ["0.0", "-0.0", "0.5", "-0.5", "1e300", "-1e300", "5e-324", "1e999", "-1e999", "3", "0.1", "2u"];
    private static readonly string[] Amounts =
    [
        "0", "1", "12.1", "12.10", "-12.1", "12.100000", "12.1000005", "12.100001", "0.0000001", "-0.0000001", "4611686018427", "-4611686018428", "4000000000000.000001",
        "999999999999999999", "0.123456789012345678", "1e30", "12.1000004",
    ];

    private static readonly string[] Times =
        ["1970-01-01T00:00:00Z", "2026-11-22T10:00:00Z", "2026-11-22T10:00:00.000000001Z", "1677-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"];

    private static readonly string[] Orders = ["==", "!=", "<", "<=", ">", ">="];

    public static readonly EventType Type = TypeOf("post", 0);
    public static readonly EventType Other = TypeOf("view", 2);
    public static readonly RecordType Customer = new("customer", [new("orders", 0, DataType.Int, false)]);

    /// <summary>A condition of up to five parts; null: none.</summary>
    public string? Condition() => random.Next(12) == 0 ? null : string.Join(" && ", Enumerable.Range(0, random.Next(1, 6)).Select(_ => Part(0)));

    public CustomerEvent Event(EventType type)
    {
        var made = new CustomerEvent();
        made.Begin(type, Shop.AnnKey, Shop.Ann, random.Next(3) == 0 ? "a" : "e1", Shop.At(random.Next(5)));
        foreach (var declared in type.Record.Fields.Skip(EventType.FirstField))
        {
            if (random.Next(6) > 0)
            {
                made.Set(declared.Ordinal, Value(declared.Type));
            }
        }

        return made;
    }

    private string Part(int depth) => random.Next(14) switch
    {
        0 or 1 => $"event.{Pick("text", "place", "id", "type")} {Pick("==", "!=")} {Text()}",
        2 => $"event.count {Pick(Orders)} {Pick(Whole)}",
        3 => $"{Pick(Whole)} {Pick(Orders)} event.count",
        4 => $"event.size {Pick("<", "<=", ">", ">=")} {Pick(Unsigned)}",
        5 => $"event.mood {Pick("<", "<=", ">", ">=")} {Pick(Fractions)}",
        6 => $"event.mood {Pick("==", "!=")} {Pick("0.0", "-0.0", "0.5", "1e999", "0.1")}",
        7 or 8 => $"event.value {Pick(Orders)} {Pick(Amounts)}",
        9 => $"event.at {Pick(Orders)} timestamp('{Pick(Times)}')",
        10 => Pick("event.flag", "!event.flag", "event.flag == false", "event.flag != false", "has(event.text)", "has(event.value)"),
        11 => $"{Pick("", "!")}(event.text in [{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Text()))}])",
        12 => $"{Pick("", "!")}(event.count in [{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Pick(Whole)))}])",
        _ => depth > 1
            ? Pick("true", "customer.orders > 2", "event.count + 1 > 2", "event.count > 1.5", "event.text < 'c'")
            : $"({Part(depth + 1)} {Pick("&&", "&&", "||")} {Part(depth + 1)})",
    };

    private Value Value(DataType type) => type.Kind switch
    {
        DataTypeKind.String => Model.Values.Value.Of(Pick([.. Texts, "unknown"])),
        DataTypeKind.Bool => Model.Values.Value.Of(random.Next(2) == 0),
        DataTypeKind.Int => Model.Values.Value.Of(long.Parse(Pick(Whole), CultureInfo.InvariantCulture)),
        DataTypeKind.UInt => Model.Values.Value.Of(ulong.Parse(Pick(Unsigned).TrimEnd('u'), CultureInfo.InvariantCulture)),
        DataTypeKind.Double => Model.Values.Value.Of(random.Next(5) == 0 ? double.NaN : double.Parse(Pick(Fractions).TrimEnd('u'), CultureInfo.InvariantCulture)),
        DataTypeKind.Money => Money(),
        DataTypeKind.Timestamp => Language.Evaluation.Sample.Compile($"timestamp('{Pick(Times)}')").Evaluate(new()),
        _ => RandomValues.Of(type, random),
    };

    private Value Money()
    {
        var amount = Pick(Amounts);
        return Model.Values.Value.Of(new Money(amount == "1e30" ? 9_000_000_000_000_000_000m : decimal.Parse(amount, CultureInfo.InvariantCulture), "EUR"));
    }

    private string Text() => $"'{Pick(Texts)}'";

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private static EventType TypeOf(string name, int ordinal) => new(name, ordinal, "source", new(name,
    [
        new("id", 0, DataType.String, false), new("time", 1, DataType.Timestamp, false), new("type", 2, DataType.String, false),
        new("text", 3, DataType.String, true), new("flag", 4, DataType.Bool, true), new("count", 5, DataType.Int, true), new("size", 6, DataType.UInt, true),
        new("mood", 7, DataType.Double, true), new("value", 8, DataType.Money, true), new("at", 9, DataType.Timestamp, true), new("place", 10, DataType.String, true),
    ]), null);
}
