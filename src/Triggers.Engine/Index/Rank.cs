using Triggers.Model.Values;

namespace Triggers.Engine.Index;

/// <summary>
/// Values as signed 64-bit keys that have the order of the values. Bounds become inclusive by going one key on: between neighbouring keys lies no value.
/// </summary>
/// <remarks>
/// Money counts in half millionths: an amount that is a whole number of millionths has an even key, one between two of them the odd key between theirs. Timestamps count
/// nanoseconds. What is out of range has the outermost key, and is no constant: then the order against every constant is still right.
/// </remarks>
internal static class Rank
{
    private const int MoneyDecimals = 6;
    private const long NanosecondsOfSecond = 1_000_000_000;
    private const long MostSeconds = (long.MaxValue / NanosecondsOfSecond) - 1;

    private static readonly long[] PowersOfTen = Powers();

    public static long Of(bool value) => value ? 1 : 0;

    public static long Of(ulong value) => unchecked((long)(value ^ (1UL << 63)));

    /// <summary>Not for NaN. Both zeros have one key.</summary>
    public static long Of(double value)
    {
        // Adding zero makes the negative zero positive and changes nothing else.
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits >= 0 ? bits : bits ^ long.MaxValue;
    }

    public static long OfMoney(long mantissa, int scale)
    {
        if (scale <= MoneyDecimals)
        {
            var factor = 2 * PowersOfTen[MoneyDecimals - scale];
            var product = Math.BigMul(mantissa, factor, out var low);
            return product == low >> 63 ? low : mantissa < 0 ? long.MinValue : long.MaxValue;
        }

        var unit = PowersOfTen[scale - MoneyDecimals];
        var (whole, rest) = Math.DivRem(mantissa, unit);
        return (2 * whole) + Math.Sign(rest);
    }

    public static long OfTimestamp(long seconds, int nanoseconds) =>
        seconds > MostSeconds ? long.MaxValue : seconds < -MostSeconds ? long.MinValue : (seconds * NanosecondsOfSecond) + nanoseconds;

    /// <summary>The key of a constant; null when another value may have the same key, so that keys cannot tell them apart. Not for text.</summary>
    public static long? OfConstant(in Value constant)
    {
        switch (constant.Kind)
        {
            case ValueKind.Bool:
                return Of(constant.AsBool);
            case ValueKind.Int:
                return constant.AsInt;
            case ValueKind.UInt:
                return Of(constant.AsUInt);
            case ValueKind.Double when !double.IsNaN(constant.AsDouble):
                return Of(constant.AsDouble);
            case ValueKind.Money:
                var amount = OfMoney(constant.Mantissa, constant.Scale);
                return (amount & 1) == 0 && amount != long.MinValue ? amount : null;
            case ValueKind.Timestamp:
                var time = OfTimestamp(constant.Seconds, constant.Nanoseconds);
                return time is not (long.MinValue or long.MaxValue) ? time : null;
            default:
                return null;
        }
    }

    private static long[] Powers()
    {
        var powers = new long[19];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = 10 * powers[i - 1];
        }

        return powers;
    }
}
