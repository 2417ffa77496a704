using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>The order of values of one type. Texts by their code units, amounts of one currency; what has no order is equal.</summary>
internal static class ValueOrder
{
    /// <summary>Which is smaller: negative when the left one is.</summary>
    public static int Compare(in Value left, in Value right) => left.Kind != right.Kind ? 0 : left.Kind switch
    {
        ValueKind.Int => left.AsInt.CompareTo(right.AsInt),
        ValueKind.UInt => left.AsUInt.CompareTo(right.AsUInt),
        ValueKind.Double => left.AsDouble.CompareTo(right.AsDouble),
        ValueKind.String => string.CompareOrdinal(left.AsString, right.AsString),
        ValueKind.Money => left.AsMoney.Amount.CompareTo(right.AsMoney.Amount),
        ValueKind.Timestamp or ValueKind.Duration => (left.Seconds, left.Nanoseconds).CompareTo((right.Seconds, right.Nanoseconds)),
        ValueKind.Bool => left.AsBool.CompareTo(right.AsBool),
        _ => 0,
    };

    /// <summary>One form for values that are equal: amounts without trailing zeros, one zero.</summary>
    public static Value Canonical(in Value value) => value.Kind switch
    {
        // Dividing by one with 28 decimal places is how System.Decimal drops trailing zeros.
        ValueKind.Money => Value.Of(new Money(value.AsMoney.Amount / 1.0000000000000000000000000000m, value.AsMoney.Currency)),
        ValueKind.Double when value.AsDouble == 0 => Value.Of(0.0),
        _ => value,
    };
}
