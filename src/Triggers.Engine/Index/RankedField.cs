using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine.Index;

/// <summary>A field that predicates read, and how its values become ranks.</summary>
/// <param name="definition">A field of a type that <see cref="Rank"/> knows, or text.</param>
internal sealed class RankedField(FieldDefinition definition)
{
    private readonly int _ordinal = definition.Ordinal;
    private readonly ValueKind _kind = KindOf(definition.Type.Kind);
    private readonly SymbolTable _symbols = new();

    public FieldDefinition Definition => definition;

    /// <summary>The key of a constant of the field's type; null when keys cannot tell it from other values.</summary>
    public long? KeyOf(in Value constant) => constant.Kind == ValueKind.String ? _symbols.Add(constant.AsString) : Rank.OfConstant(constant);

    public FieldReading Read(CustomerEvent candidate)
    {
        var value = candidate[_ordinal];
        if (value.Kind != _kind)
        {
            return FieldReading.Missing;
        }

        switch (_kind)
        {
            case ValueKind.Int:
                return FieldReading.At(value.AsInt);
            case ValueKind.String:
                return FieldReading.At(_symbols.Find(value.AsString));
            case ValueKind.Money:
                return FieldReading.At(Rank.OfMoney(value.Mantissa, value.Scale));
            case ValueKind.Bool:
                return FieldReading.At(Rank.Of(value.AsBool));
            case ValueKind.Double:
                return double.IsNaN(value.AsDouble) ? FieldReading.Unordered : FieldReading.At(Rank.Of(value.AsDouble));
            case ValueKind.UInt:
                return FieldReading.At(Rank.Of(value.AsUInt));
            default:
                return FieldReading.At(Rank.OfTimestamp(value.Seconds, value.Nanoseconds));
        }
    }

    private static ValueKind KindOf(DataTypeKind type) => type switch
    {
        DataTypeKind.Bool => ValueKind.Bool,
        DataTypeKind.Int => ValueKind.Int,
        DataTypeKind.UInt => ValueKind.UInt,
        DataTypeKind.Double => ValueKind.Double,
        DataTypeKind.String => ValueKind.String,
        DataTypeKind.Money => ValueKind.Money,
        DataTypeKind.Timestamp => ValueKind.Timestamp,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Fields of this type have no predicates."),
    };
}
