using System.Globalization;

namespace Triggers.Model.Values;

/// <summary>Writes values for people: messages, tables, error texts. Not a format that anything reads back.</summary>
public static class ValueText
{
    /// <summary>One value as short text: <c>12.50 EUR</c>, <c>"red"</c>, <c>[1, 2]</c>, <c>2026-01-01T10:00:00Z</c>, <c>1800s</c>.</summary>
    public static string Write(Value value) => value.Kind switch
    {
        ValueKind.Absent => "(absent)",
        ValueKind.Null => "null",
        ValueKind.Bool => value.AsBool ? "true" : "false",
        ValueKind.Int => value.AsInt.ToString(CultureInfo.InvariantCulture),
        ValueKind.UInt => value.AsUInt.ToString(CultureInfo.InvariantCulture) + "u",
        ValueKind.Double => value.AsDouble.ToString("R", CultureInfo.InvariantCulture),
        ValueKind.String => $"\"{value.AsString}\"",
        ValueKind.Bytes => $"b\"{Convert.ToHexString(value.AsBytes)}\"",
        ValueKind.Timestamp => Instant(value),
        ValueKind.Duration => $"{(value is { Seconds: 0, Nanoseconds: < 0 } ? "-" : "")}{value.Seconds.ToString(CultureInfo.InvariantCulture)}{Fraction(Math.Abs(value.Nanoseconds))}s",
        ValueKind.Money => value.AsMoney.ToString(),
        ValueKind.List => $"[{string.Join(", ", value.AsList.Select(Write))}]",
        ValueKind.Map => $"{{{string.Join(", ", value.AsMap.Select(entry => $"{Write(entry.Key)}: {Write(entry.Value)}"))}}}",
        ValueKind.Record => value.AsRecord.ToString()!,
        ValueKind.Type => value.AsType.ToString(),
        ValueKind.Error => $"error: {value.AsError.Message}",
        _ => throw new InvalidOperationException($"Unknown kind of value {value.Kind}."),
    };

    private static string Instant(Value value)
    {
        const long earliest = -62135596800, latest = 253402300799;
        return value.Seconds is < earliest or > latest
            ? $"timestamp({value.Seconds.ToString(CultureInfo.InvariantCulture)})"
            : DateTimeOffset.FromUnixTimeSeconds(value.Seconds).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + Fraction(value.Nanoseconds) + "Z";
    }

    private static string Fraction(int nanoseconds) =>
        nanoseconds == 0 ? "" : "." + nanoseconds.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
}
