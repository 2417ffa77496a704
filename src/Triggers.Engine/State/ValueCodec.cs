using Triggers.Model;
using Triggers.Model.Values;

namespace Triggers.Engine.State;

/// <summary>
/// Values at rest. One byte <see cref="ValueKind"/>, then by kind:
/// <code>
/// bool       1 byte                     timestamp, duration  seconds (signed), nanoseconds (signed)
/// int        signed                     money                decimal places (1 byte), mantissa (signed), currency (text)
/// uint       number                     list                 count, values
/// double     8 bytes (IEEE-754 bits)    map                  count, key and value each, ascending by the bytes of the key
/// string     text                       record               count, field's id (8 bytes) and value each, ascending by id, absent ones left out
/// bytes      count, bytes               null                 nothing
/// </code>
/// Records are kept by the stable ids of their fields, so that a field may come and go between two versions of a workspace.
/// </summary>
internal static class ValueCodec
{
    private const int DepthLimit = 64;

    /// <summary>Appends a value; the same value always gives the same bytes.</summary>
    public static void Write(BlobWriter into, Value value)
    {
        into.Byte((byte)value.Kind);
        switch (value.Kind)
        {
            case ValueKind.Null:
                break;
            case ValueKind.Bool:
                into.Byte(value.AsBool ? (byte)1 : (byte)0);
                break;
            case ValueKind.Int:
                into.Signed(value.AsInt);
                break;
            case ValueKind.UInt:
                into.Number(value.AsUInt);
                break;
            case ValueKind.Double:
                into.Fixed(BitConverter.DoubleToUInt64Bits(value.AsDouble));
                break;
            case ValueKind.String:
                into.Text(value.AsString);
                break;
            case ValueKind.Bytes:
                into.Number((ulong)value.AsBytes.Length);
                into.Raw(value.AsBytes);
                break;
            case ValueKind.Timestamp or ValueKind.Duration:
                into.Signed(value.Seconds);
                into.Signed(value.Nanoseconds);
                break;
            case ValueKind.Money:
                WriteMoney(into, value.AsMoney);
                break;
            default:
                WriteCompound(into, value);
                break;
        }
    }

    /// <summary>
    /// Reads a value as <paramref name="type"/>: absent when it is of another type (the workspace has changed since it was written). Null: skip it.
    /// </summary>
    public static Value Read(ref BlobReader from, DataType? type, int depth = 0)
    {
        if (depth > DepthLimit)
        {
            throw from.Damaged($"nests values deeper than {DepthLimit}");
        }

        var kind = (ValueKind)from.Byte();
        return kind switch
        {
            ValueKind.List => ReadList(ref from, type, depth),
            ValueKind.Map => ReadMap(ref from, type, depth),
            ValueKind.Record => ReadRecord(ref from, type, depth),
            _ => As(type, ReadScalar(ref from, kind)),
        };
    }

    /// <summary>True when the value can stand for <paramref name="type"/>; lists, maps and records only by their kind.</summary>
    public static bool Fits(ValueKind kind, DataType type) => type.Kind == DataTypeKind.Dyn || kind switch
    {
        ValueKind.Null => type.Kind == DataTypeKind.Null,
        ValueKind.Bool => type.Kind == DataTypeKind.Bool,
        ValueKind.Int => type.Kind == DataTypeKind.Int,
        ValueKind.UInt => type.Kind == DataTypeKind.UInt,
        ValueKind.Double => type.Kind == DataTypeKind.Double,
        ValueKind.String => type.Kind == DataTypeKind.String,
        ValueKind.Bytes => type.Kind == DataTypeKind.Bytes,
        ValueKind.Timestamp => type.Kind == DataTypeKind.Timestamp,
        ValueKind.Duration => type.Kind == DataTypeKind.Duration,
        ValueKind.Money => type.Kind == DataTypeKind.Money,
        ValueKind.List => type.Kind == DataTypeKind.List,
        ValueKind.Map => type.Kind == DataTypeKind.Map,
        ValueKind.Record => type.Kind == DataTypeKind.Record,
        _ => false,
    };

    private static Value As(DataType? type, Value value) => type is not null && Fits(value.Kind, type) ? value : Value.Absent;

    private static void WriteMoney(BlobWriter into, Money money)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(money.Amount, bits);
        var mantissa = ((long)bits[1] << 32) | (uint)bits[0];
        into.Byte(money.Amount.Scale);
        into.Signed(decimal.IsNegative(money.Amount) ? -mantissa : mantissa);
        into.Text(money.Currency);
    }

    private static void WriteCompound(BlobWriter into, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.List:
                into.Number((ulong)value.AsList.Count);
                foreach (var element in value.AsList)
                {
                    Write(into, element);
                }

                break;
            case ValueKind.Map:
                WriteMap(into, value.AsMap);
                break;
            case ValueKind.Record:
                WriteRecord(into, value.AsRecord);
                break;
            default:
                throw new InvalidOperationException($"A value of kind {value.Kind} is never stored: {value}.");
        }
    }

    private static void WriteMap(BlobWriter into, IReadOnlyDictionary<Value, Value> map)
    {
        into.Number((ulong)map.Count);
        var entries = map.Select(entry => (Key: Encode(entry.Key), entry.Value)).ToArray();
        Array.Sort(entries, (left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key));
        foreach (var (key, value) in entries)
        {
            into.Raw(key);
            Write(into, value);
        }
    }

    private static void WriteRecord(BlobWriter into, RecordValue record)
    {
        var fields = record.Type.Fields.Where(field => record[field.Ordinal].IsPresent).OrderBy(field => field.Id.Value).ToArray();
        into.Number((ulong)fields.Length);
        foreach (var field in fields)
        {
            into.Fixed(field.Id.Value);
            Write(into, record[field.Ordinal]);
        }
    }

    private static byte[] Encode(Value value)
    {
        var writer = new BlobWriter();
        Write(writer, value);
        return writer.ToArray();
    }

    private static Value ReadScalar(ref BlobReader from, ValueKind kind) => kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Bool => Value.Of(from.Byte() != 0),
        ValueKind.Int => Value.Of(from.Signed()),
        ValueKind.UInt => Value.Of(from.Number()),
        ValueKind.Double => Value.Of(BitConverter.UInt64BitsToDouble(from.Fixed())),
        ValueKind.String => Value.Of(from.Text()),
        ValueKind.Bytes => Value.Of(from.Bytes()),
        ValueKind.Timestamp => Value.OfTimestamp(from.Signed(), (int)from.Signed()),
        ValueKind.Duration => Value.OfDuration(from.Signed(), (int)from.Signed()),
        ValueKind.Money => ReadMoney(ref from),
        _ => throw from.Damaged($"holds a value of the unknown kind {(byte)kind}"),
    };

    private static Value ReadMoney(ref BlobReader from)
    {
        var scale = from.Byte();
        var mantissa = from.Signed();
        if (scale > 18 || mantissa == long.MinValue)
        {
            throw from.Damaged("holds an amount out of range");
        }

        var magnitude = Math.Abs(mantissa);
        return Value.Of(new Money(new decimal((int)magnitude, (int)(magnitude >> 32), 0, mantissa < 0, scale), from.Text()));
    }

    private static Value ReadList(ref BlobReader from, DataType? type, int depth)
    {
        var elementType = ElementOf(type, DataTypeKind.List);
        var elements = new Value[from.Count()];
        var fits = elementType is not null;
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = Read(ref from, elementType, depth + 1);
            fits &= elements[i].IsPresent;
        }

        return fits ? Value.OfList(elements) : Value.Absent;
    }

    private static Value ReadMap(ref BlobReader from, DataType? type, int depth)
    {
        var valueType = ElementOf(type, DataTypeKind.Map);
        var keyType = type?.Kind == DataTypeKind.Map ? type.Key : valueType;
        var entries = new Dictionary<Value, Value>();
        var fits = valueType is not null;
        for (var left = from.Count(); left > 0; left--)
        {
            var key = Read(ref from, keyType, depth + 1);
            var value = Read(ref from, valueType, depth + 1);
            fits &= key.IsPresent && value.IsPresent;
            entries[key] = value;
        }

        return fits ? Value.OfMap(entries) : Value.Absent;
    }

    private static DataType? ElementOf(DataType? type, DataTypeKind kind) =>
        type?.Kind == kind ? type.Element : type?.Kind == DataTypeKind.Dyn ? type : null;

    private static Value ReadRecord(ref BlobReader from, DataType? type, int depth)
    {
        var record = type?.Kind == DataTypeKind.Record ? type.Record : null;
        var fields = record is null ? [] : new Value[record.Fields.Count];
        for (var left = from.Count(); left > 0; left--)
        {
            var id = new StableId(from.Fixed());
            var field = record?.Fields.FirstOrDefault(f => f.Id == id);
            var value = Read(ref from, field?.Type, depth + 1);
            if (field is not null)
            {
                fields[field.Ordinal] = value;
            }
        }

        return record is null ? Value.Absent : Value.Of(new ArrayRecord(record, fields));
    }
}
