using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Triggers.Engine.Intake;
using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Fields;

/// <summary>
/// Tells of most fields that nobody wants that they fit their type, without making a value: mostly the form and the length are enough. What it does not know to fit is read like
/// any other field, which finds the words for what is wrong. The default knows of nothing.
/// </summary>
internal readonly struct QuickCheck
{
    private const int LongestNumber = 18;
    private const int LongestDouble = 200;
    private const int Whole = 1 << (int)RawForm.WholeNumber;
    private const int Decimal = 1 << (int)RawForm.DecimalNumber;
    private const int Text = 1 << (int)RawForm.Text;

    private readonly int _forms;
    private readonly int _longest;
    private readonly DataTypeKind _kind;

    private QuickCheck(DataTypeKind kind, int forms, int longest) => (_kind, _forms, _longest) = (kind, forms, longest);

    /// <summary>The check of fields of a type.</summary>
    public static QuickCheck Of(DataTypeKind kind) => kind switch
    {
        DataTypeKind.String => new(kind, Text, int.MaxValue),
        DataTypeKind.Int => new(kind, Whole, LongestNumber),
        DataTypeKind.Money => new(kind, Whole | Decimal, LongestNumber),
        DataTypeKind.Double => new(kind, Whole | Decimal, LongestDouble),
        _ => default,
    };

    /// <summary>True when the field certainly holds a value of the type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Passes(in RawFields fields, in RawField place)
    {
        // An empty text may stand for a missing one.
        var known = ((_forms >> (int)place.Form) & 1) != 0 && (uint)(place.Length - 1) < (uint)_longest && (place.Form != RawForm.Text || fields.AreUtf8);
        return known || (_forms != 0 && place.Form is RawForm.Number or RawForm.Cell && PassesByBytes(place.Form, fields.Bytes(place)));
    }

    private bool PassesByBytes(RawForm form, ReadOnlySpan<byte> text) => _kind switch
    {
        DataTypeKind.String => form == RawForm.Cell && !text.IsEmpty && Utf8.IsValid(text),
        DataTypeKind.Int => IsShortInt(text),
        DataTypeKind.Money => ShortDecimal.TryParse(text, out _, out _),
        _ => false,
    };

    private static bool IsShortInt(ReadOnlySpan<byte> text)
    {
        var digits = !text.IsEmpty && text[0] == '-' ? text[1..] : text;
        if (digits.Length is 0 or > LongestNumber)
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
