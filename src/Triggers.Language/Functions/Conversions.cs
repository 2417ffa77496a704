using System.Globalization;
using System.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>The functions that turn a value of one type into another; they carry the name of the type.</summary>
internal static class Conversions
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Value ToInt(Value value) => value.Kind switch
    {
        ValueKind.Int => value,
        ValueKind.UInt => value.AsUInt <= long.MaxValue ? Value.Of((long)value.AsUInt) : Errors.IntRange,
        ValueKind.Double => value.AsDouble is > -9.2233720368547758e18 and < 9.2233720368547758e18 ? Value.Of((long)value.AsDouble) : Errors.IntRange,
        ValueKind.String => long.TryParse(value.AsString, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Value.Of(number)
            : Errors.Conversion(value.AsString, "int"),
        ValueKind.Timestamp => Value.Of(value.Seconds),
        _ => Errors.Of(value),
    };

    public static Value ToUInt(Value value) => value.Kind switch
    {
        ValueKind.UInt => value,
        ValueKind.Int => value.AsInt >= 0 ? Value.Of((ulong)value.AsInt) : Errors.UIntRange,
        ValueKind.Double => value.AsDouble is >= 0 and < 1.8446744073709552e19 ? Value.Of((ulong)value.AsDouble) : Errors.UIntRange,
        ValueKind.String => ulong.TryParse(value.AsString, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Value.Of(number)
            : Errors.Conversion(value.AsString, "uint"),
        _ => Errors.Of(value),
    };

    public static Value ToDouble(Value value) => value.Kind switch
    {
        ValueKind.Double => value,
        ValueKind.Int => Value.Of((double)value.AsInt),
        ValueKind.UInt => Value.Of((double)value.AsUInt),
        ValueKind.Money => Value.Of((double)value.AsMoney.Amount),
        ValueKind.String => ParseDouble(value.AsString),
        _ => Errors.Of(value),
    };

    public static Value ToBool(Value value) => value.Kind switch
    {
        ValueKind.Bool => value,
        ValueKind.String => value.AsString switch
        {
            "true" or "True" or "TRUE" or "t" or "T" or "1" => Value.True,
            "false" or "False" or "FALSE" or "f" or "F" or "0" => Value.False,
            var other => Errors.Conversion(other, "bool"),
        },
        _ => Errors.Of(value),
    };

    public static Value ToText(Value value) => value.Kind switch
    {
        ValueKind.String => value,
        ValueKind.Int => Value.Of(value.AsInt.ToString(CultureInfo.InvariantCulture)),
        ValueKind.UInt => Value.Of(value.AsUInt.ToString(CultureInfo.InvariantCulture)),
        ValueKind.Double => Value.Of(DoubleText(value.AsDouble)),
        ValueKind.Bool or ValueKind.Timestamp or ValueKind.Duration or ValueKind.Money => Value.Of(value.ToString()),
        ValueKind.Bytes => FromUtf8(value.AsBytes),
        _ => Errors.Of(value),
    };

    public static Value ToBytes(Value value) => value.Kind switch
    {
        ValueKind.Bytes => value,
        ValueKind.String => Value.Of(Encoding.UTF8.GetBytes(value.AsString)),
        _ => Errors.Of(value),
    };

    public static Value ToTimestamp(Value value) => value.Kind switch
    {
        ValueKind.Timestamp => value,
        ValueKind.Int => Spans.Timestamp(value.AsInt, 0),
        ValueKind.String => TimeText.ParseTimestamp(value.AsString),
        _ => Errors.Of(value),
    };

    public static Value ToDuration(Value value) => value.Kind switch
    {
        ValueKind.Duration => value,
        ValueKind.Int => Spans.Duration((Int128)value.AsInt * 1_000_000_000),
        ValueKind.String => TimeText.ParseDuration(value.AsString),
        _ => Errors.Of(value),
    };

    public static Value Currency(Value value) => value.Kind == ValueKind.Money ? Value.Of(value.AsMoney.Currency) : Errors.Of(value);

    public static Value TypeOf(Value value) => value.IsError ? value : Value.Of(TypeNames.Of(value));

    public static Value Same(Value value) => value;

    public static string DoubleText(double number) => number switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => number.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant().Replace("nan", "NaN", StringComparison.Ordinal),
    };

    private static Value ParseDouble(string text) => text switch
    {
        "NaN" => Value.Of(double.NaN),
        "Inf" or "+Inf" or "Infinity" or "+Infinity" => Value.Of(double.PositiveInfinity),
        "-Inf" or "-Infinity" => Value.Of(double.NegativeInfinity),
        _ => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) &&
            double.IsFinite(number)
            ? Value.Of(number)
            : Errors.Conversion(text, "double"),
    };

    private static Value FromUtf8(byte[] bytes)
    {
        try
        {
            return Value.Of(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Errors.InvalidText;
        }
    }
}
