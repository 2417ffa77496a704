using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Triggers.Model.Values;

namespace Triggers.Engine.Intake;

/// <summary>One value of canonical JSON. Not thread-safe: it remembers field names and the last currency.</summary>
internal sealed class CanonicalFieldReader
{
    private const int AmountLengthLimit = 64;

    private readonly Dictionary<RecordType, CanonicalFieldNames> _names = [];
    private string _currency = "";
    private bool _keeps = true;

    /// <summary>Texts that repeat.</summary>
    public Utf8Pool Texts { get; } = new();

    /// <summary>What canonical JSON has for a type; for messages.</summary>
    public static string Describe(DataType type) => type.Kind switch
    {
        DataTypeKind.Money => "money (for instance \"80.00 EUR\": up to 18 digits, 18 decimal places)",
        DataTypeKind.Timestamp => "a timestamp (for instance \"2026-01-01T10:00:00Z\")",
        DataTypeKind.Duration => "a duration (for instance \"1800s\")",
        _ => $"of type {type}",
    };

    /// <summary>The names of the fields of a record type.</summary>
    public CanonicalFieldNames NamesOf(RecordType type)
    {
        if (!_names.TryGetValue(type, out var names))
        {
            _names.Add(type, names = new(type));
        }

        return names;
    }

    /// <summary>The value at which the reader stands; absent for JSON's <c>null</c>, null when it is not of this type.</summary>
    /// <param name="reader">Stands at the value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isWanted">False: checked all the same, but what is given says only whether there is a value.</param>
    public Value? Read(ref Utf8JsonReader reader, DataType type, bool isWanted)
    {
        _keeps = isWanted;
        return Read(ref reader, type);
    }

    /// <summary>Money whose amount is short and plain (<c>80.00 EUR</c>); absent when it is not, which may be money still.</summary>
    public Value ShortMoney(ReadOnlySpan<byte> text) =>
        text.Length > 4 && text[^4] == ' ' && ShortDecimal.TryParse(text[..^4], out var mantissa, out var scale) ? Value.OfMoney(mantissa, scale, Currency(text[^3..])) : Value.Absent;

    private Value? Read(ref Utf8JsonReader reader, DataType type) => reader.TokenType switch
    {
        JsonTokenType.Null => Value.Absent,
        JsonTokenType.True or JsonTokenType.False => type.Kind == DataTypeKind.Bool ? Value.Of(reader.TokenType == JsonTokenType.True) : null,
        JsonTokenType.Number => ReadNumber(ref reader, type),
        JsonTokenType.String => ReadText(ref reader, type),
        JsonTokenType.StartArray when type.Kind == DataTypeKind.List => ReadList(ref reader, type.Element!),
        JsonTokenType.StartObject when type.Kind == DataTypeKind.Record => ReadRecord(ref reader, type.Record!),
        JsonTokenType.StartObject when type.Kind == DataTypeKind.Map => ReadMap(ref reader, type),
        _ => null,
    };

    private static Value? ReadNumber(ref Utf8JsonReader reader, DataType type) => type.Kind switch
    {
        DataTypeKind.Int => reader.TryGetInt64(out var number) ? Value.Of(number) : null,
        DataTypeKind.UInt => reader.TryGetUInt64(out var number) ? Value.Of(number) : null,
        DataTypeKind.Double => reader.TryGetDouble(out var number) && double.IsFinite(number) ? Value.Of(number) : null,
        _ => null,
    };

    private Value? ReadText(ref Utf8JsonReader reader, DataType type) => type.Kind switch
    {
        DataTypeKind.String => ReadString(ref reader),
        DataTypeKind.Bytes => reader.TryGetBytesFromBase64(out var bytes) ? Value.Of(bytes) : null,
        DataTypeKind.Double => ReadNonNumber(ref reader),
        DataTypeKind.Money => ReadMoney(ref reader),
        DataTypeKind.Timestamp => CanonicalTime.TryReadTimestamp(reader.GetString()!, out var time) ? time : null,
        DataTypeKind.Duration => CanonicalTime.TryReadDuration(reader.GetString()!, out var duration) ? duration : null,
        _ => null,
    };

    private Value ReadString(ref Utf8JsonReader reader)
    {
        if (!_keeps && !reader.ValueIsEscaped && Utf8.IsValid(reader.ValueSpan))
        {
            return Value.True;
        }

        return Value.Of(!reader.ValueIsEscaped && Texts.TryGet(reader.ValueSpan, out var text) ? text : reader.GetString()!);
    }

    private static Value? ReadNonNumber(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("NaN"u8) ? Value.Of(double.NaN)
        : reader.ValueTextEquals("Infinity"u8) ? Value.Of(double.PositiveInfinity)
        : reader.ValueTextEquals("-Infinity"u8) ? Value.Of(double.NegativeInfinity)
        : null;

    private Value? ReadMoney(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        var space = text.IndexOf((byte)' ');
        if (reader.ValueIsEscaped || space is < 1 or > AmountLengthLimit || text.Length != space + 4 ||
            !decimal.TryParse(text[..space], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ||
            !IsInRange(amount))
        {
            return null;
        }

        return Value.Of(new Money(amount, Currency(text[(space + 1)..])));
    }

    private static bool IsInRange(decimal amount)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);
        return bits[2] == 0 && bits[1] >= 0 && amount.Scale <= 18;
    }

    private string Currency(ReadOnlySpan<byte> code)
    {
        var same = _currency.Length == code.Length;
        for (var i = 0; same && i < code.Length; i++)
        {
            same = _currency[i] == code[i];
        }

        return same ? _currency : _currency = System.Text.Encoding.UTF8.GetString(code);
    }

    private Value? ReadList(ref Utf8JsonReader reader, DataType element)
    {
        var elements = _keeps ? new List<Value>() : null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Read(ref reader, element) is not { IsPresent: true } value)
            {
                return null;
            }

            elements?.Add(value);
        }

        return elements is null ? Value.True : Value.OfList(elements);
    }

    private Value? ReadRecord(ref Utf8JsonReader reader, RecordType type)
    {
        var (fields, names, next) = (_keeps ? new Value[type.Fields.Count] : null, NamesOf(type), 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = names.Find(ref reader, ref next);
            reader.Read();
            if (field is null)
            {
                reader.Skip();
            }
            else if (Read(ref reader, field.Type) is { } value)
            {
                fields?[field.Ordinal] = value;
            }
            else
            {
                return null;
            }
        }

        return fields is null ? Value.True : Value.Of(new ArrayRecord(type, fields));
    }

    private Value? ReadMap(ref Utf8JsonReader reader, DataType type)
    {
        var entries = _keeps ? new Dictionary<Value, Value>() : null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Value.Of(reader.GetString()!);
            reader.Read();
            if (type.Key!.Kind != DataTypeKind.String || Read(ref reader, type.Element!) is not { IsPresent: true } value)
            {
                return null;
            }

            entries?[key] = value;
        }

        return entries is null ? Value.True : Value.OfMap(entries);
    }
}
