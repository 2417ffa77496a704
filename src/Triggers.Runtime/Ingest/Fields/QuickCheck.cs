using System.Text.Unicode;
using Triggers.Engine.Intake;
using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Fields;

/// <summary>
/// Tells of most fields that nobody wants that they fit their type, without making a value. What it does not know to fit is read like any other field, which finds the words for
/// what is wrong.
/// </summary>
internal static class QuickCheck
{
    private const int LongestInt = 18;
    private const int LongestDouble = 200;

    /// <summary>True when the field certainly holds a value of this type.</summary>
    public static bool Fits(in RawFields fields, RawField field, DataType type) => (field.Form, type.Kind) switch
    {
        (RawForm.Text, DataTypeKind.String) => fields.AreUtf8 && field.Length > 0,
        (RawForm.Cell, DataTypeKind.String) => field.Length > 0 && Utf8.IsValid(fields.Bytes(field)),
        (RawForm.Number or RawForm.Cell, DataTypeKind.Int) => IsShortInt(fields.Bytes(field)),
        (RawForm.Number or RawForm.Cell, DataTypeKind.Money) => ShortDecimal.TryParse(fields.Bytes(field), out _, out _),
        (RawForm.Number, DataTypeKind.Double) => field.Length < LongestDouble && fields.Bytes(field).IndexOfAny((byte)'e', (byte)'E') < 0,
        _ => false,
    };

    private static bool IsShortInt(ReadOnlySpan<byte> text)
    {
        var digits = !text.IsEmpty && text[0] == '-' ? text[1..] : text;
        if (digits.Length is 0 or > LongestInt)
        {
            return false;
        }

        foreach (var digit in digits)
        {
            if ((uint)(digit - '0') > 9)
            {
                return false;
            }
        }

        return true;
    }
}
