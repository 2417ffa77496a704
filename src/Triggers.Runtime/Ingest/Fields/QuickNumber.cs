using Triggers.Engine.Intake;
using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Fields;

/// <summary>
/// Reads most whole numbers and amounts that somebody wants from their digits alone. What it does not know to be one is read like any other field, which finds the words for what is
/// wrong. The default reads nothing.
/// </summary>
internal readonly struct QuickNumber
{
    private const int Numbers = (1 << (int)RawForm.Cell) | (1 << (int)RawForm.Number) | (1 << (int)RawForm.WholeNumber) | (1 << (int)RawForm.DecimalNumber);

    private readonly DataTypeKind _kind;
    private readonly int _forms;

    private QuickNumber(DataTypeKind kind) => (_kind, _forms) = (kind, Numbers);

    /// <summary>The reader of fields of a type.</summary>
    public static QuickNumber Of(DataTypeKind kind) => kind is DataTypeKind.Int or DataTypeKind.Money ? new(kind) : default;

    /// <summary>Reads the field; false when it may be one all the same.</summary>
    /// <param name="fields">The record.</param>
    /// <param name="place">The field's place in it.</param>
    /// <param name="currency">ISO 4217 code of amounts that are written without one.</param>
    /// <param name="value">The number.</param>
    public bool TryRead(in RawFields fields, in RawField place, string currency, out Value value)
    {
        value = default;
        if (((_forms >> (int)place.Form) & 1) == 0 || !ShortDecimal.TryParse(fields.Bytes(place), out var mantissa, out var scale) || (scale > 0 && _kind == DataTypeKind.Int))
        {
            return false;
        }

        value = _kind == DataTypeKind.Int ? Value.Of(mantissa) : Value.OfMoney(mantissa, scale, currency);
        return true;
    }
}
