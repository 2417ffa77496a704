using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>The order of values: numbers of all kinds by their size, texts by code point, <c>false</c> before <c>true</c>.</summary>
internal static class Ordering
{
    /// <summary>What <see cref="Compare"/> gives when neither comes first: NaN.</summary>
    public const int Unordered = 2;

    /// <summary>What <see cref="Compare"/> gives when the kinds have no order.</summary>
    public const int Incomparable = 3;

    /// <summary>-1, 0 or 1, <see cref="Unordered"/> or <see cref="Incomparable"/>.</summary>
    public static int Compare(in Value left, in Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => left.AsInt.CompareTo(right.AsInt),
        (ValueKind.Double, ValueKind.Double) => Doubles(left.AsDouble, right.AsDouble),
        (ValueKind.String, ValueKind.String) => Texts(left.AsString, right.AsString),
        (ValueKind.Timestamp, ValueKind.Timestamp) or (ValueKind.Duration, ValueKind.Duration) => Instants(left, right),
        (ValueKind.Bool, ValueKind.Bool) => left.AsBool.CompareTo(right.AsBool),
        (ValueKind.Bytes, ValueKind.Bytes) => Math.Sign(left.AsBytes.AsSpan().SequenceCompareTo(right.AsBytes)),
        (ValueKind.Money, ValueKind.Money) => left.AsMoney.Currency == right.AsMoney.Currency
            ? left.AsMoney.Amount.CompareTo(right.AsMoney.Amount)
            : Incomparable,
        (ValueKind.Money, ValueKind.Int or ValueKind.UInt or ValueKind.Double) => MoneyArithmetic.Compare(left.AsMoney.Amount, right) ?? Unordered,
        (ValueKind.Int or ValueKind.UInt or ValueKind.Double, ValueKind.Money) => -MoneyArithmetic.Compare(right.AsMoney.Amount, left) ?? Unordered,
        _ => Numbers(left, right),
    };

    /// <summary>Order by code point; UTF-16 would put U+FFFF after U+10000.</summary>
    public static int Texts(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        char l = left[common], r = right[common];
        return char.IsSurrogate(l) == char.IsSurrogate(r) ? (l < r ? -1 : 1) : char.IsSurrogate(l) ? 1 : -1;
    }

    private static int Numbers(in Value left, in Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.UInt, ValueKind.UInt) => left.AsUInt.CompareTo(right.AsUInt),
        (ValueKind.Int, ValueKind.UInt) => left.AsInt < 0 ? -1 : ((ulong)left.AsInt).CompareTo(right.AsUInt),
        (ValueKind.UInt, ValueKind.Int) => right.AsInt < 0 ? 1 : left.AsUInt.CompareTo((ulong)right.AsInt),
        (ValueKind.Int, ValueKind.Double) => Doubles(left.AsInt, right.AsDouble),
        (ValueKind.Double, ValueKind.Int) => Doubles(left.AsDouble, right.AsInt),
        (ValueKind.UInt, ValueKind.Double) => Doubles(left.AsUInt, right.AsDouble),
        (ValueKind.Double, ValueKind.UInt) => Doubles(left.AsDouble, right.AsUInt),
        _ => Incomparable,
    };

    private static int Doubles(double left, double right) => left < right ? -1 : left > right ? 1 : left == right ? 0 : Unordered;

    private static int Instants(in Value left, in Value right) =>
        left.Seconds != right.Seconds ? left.Seconds.CompareTo(right.Seconds) : left.Nanoseconds.CompareTo(right.Nanoseconds);
}
