using Triggers.Model.Values;

namespace Triggers.Tests.Engine.Support;

/// <summary>Values of any type that an event can have, edges among them.</summary>
internal static class RandomValues
{
    private static readonly string[] Texts = ["", "k1", "é", "日本語", "\"\\\n\0", "😀", "user:ann", " "];
    private static readonly double[] Doubles = [0, -0.0, 1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue];
    private static readonly long[] Numbers = [0, 1, -1, 63, 64, -64, -65, 127, 128, long.MaxValue, long.MinValue];

    public static Value Of(DataType type, Random random) => type.Kind switch
    {
        DataTypeKind.Bool => Value.Of(random.Next(2) == 0),
        DataTypeKind.Int => Value.Of(Number(random)),
        DataTypeKind.UInt => Value.Of(unchecked((ulong)Number(random))),
        DataTypeKind.Double => Value.Of(random.Next(2) == 0 ? Doubles[random.Next(Doubles.Length)] : random.NextDouble() * 1000),
        DataTypeKind.String => Value.Of(Texts[random.Next(Texts.Length)]),
        DataTypeKind.Bytes => Value.Of(Enumerable.Range(0, random.Next(5)).Select(_ => (byte)random.Next(256)).ToArray()),
        DataTypeKind.Timestamp => Value.OfTimestamp(random.NextInt64(-62_135_596_800, 253_402_300_800), Nanoseconds(random)),
        DataTypeKind.Duration => Duration(random),
        DataTypeKind.Money => Value.Of(new Money(new decimal((int)Number(random), random.Next(), 0, random.Next(2) == 0, (byte)random.Next(19)), "EUR")),
        DataTypeKind.List => Value.OfList([.. Enumerable.Range(0, random.Next(4)).Select(_ => Of(type.Element!, random))]),
        DataTypeKind.Map => Value.OfMap(Enumerable.Range(0, random.Next(4)).ToDictionary(i => Value.Of($"k{i}"), _ => Of(type.Element!, random))),
        DataTypeKind.Record => Value.Of(new ArrayRecord(
            type.Record!, [.. type.Record!.Fields.Select(field => field.Optional && random.Next(2) == 0 ? Value.Absent : Of(field.Type, random))])),
        _ => throw new ArgumentException($"No event has a field of type {type}."),
    };

    private static long Number(Random random) => random.Next(2) == 0 ? Numbers[random.Next(Numbers.Length)] : random.NextInt64(-1000, 1000);

    private static int Nanoseconds(Random random) => random.Next(3) switch { 0 => 0, 1 => random.Next(1000) * 1_000_000, _ => random.Next(1_000_000_000) };

    private static Value Duration(Random random)
    {
        var (seconds, nanoseconds) = (random.NextInt64(-100_000, 100_000), Nanoseconds(random));
        return Value.OfDuration(seconds, seconds < 0 ? -nanoseconds : nanoseconds);
    }
}
