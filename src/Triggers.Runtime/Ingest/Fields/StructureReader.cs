using System.Globalization;
using System.Text.Json;
using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Fields;

/// <summary>Reads JSON objects and arrays into lists, maps, records and money of a declared type. Not thread-safe.</summary>
internal sealed class StructureReader(ScalarReader scalars)
{
    private const int FieldsOnStack = 64;

    private readonly Dictionary<RecordType, SourceFieldNames> _names = [];

    /// <summary>After a failure: where inside the value, for instance <c>[2].price</c>; empty: the value itself.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Reads one whole JSON value; false with <see cref="Path"/> and the scalar reader's problem.</summary>
    /// <exception cref="JsonException">The bytes are not JSON (possible only in a CSV cell).</exception>
    public bool TryRead(ReadOnlySpan<byte> json, DataType type, out Value value)
    {
        Path = "";
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return TryValue(ref reader, type, out value);
    }

    private bool TryValue(ref Utf8JsonReader reader, DataType type, out Value value)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                value = Value.Absent;
                return true;
            case JsonTokenType.StartArray when type.Kind == DataTypeKind.List:
                return TryList(ref reader, type.Element!, out value);
            case JsonTokenType.StartObject when type.Kind == DataTypeKind.Map:
                return TryMap(ref reader, type.Key!, type.Element!, out value);
            case JsonTokenType.StartObject when type.Kind == DataTypeKind.Record:
                return TryRecord(ref reader, type.Record!, out value);
            case JsonTokenType.StartObject when type.Kind == DataTypeKind.Money:
                return TryMoney(ref reader, out value);
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                return scalars.Fail(RawForm.Structure, reader.TokenType == JsonTokenType.StartArray ? "a list"u8 : "an object"u8, TypePhrase.Of(type), out value);
            case JsonTokenType.String:
                return TryText(ref reader, type, out value);
            default:
                return scalars.TryRead(FormOf(reader.TokenType), reader.ValueSpan, type, out value);
        }
    }

    private static RawForm FormOf(JsonTokenType token) => token switch
    {
        JsonTokenType.True => RawForm.True,
        JsonTokenType.False => RawForm.False,
        _ => RawForm.Number,
    };

    private bool TryText(ref Utf8JsonReader reader, DataType type, out Value value)
    {
        if (!reader.ValueIsEscaped)
        {
            return scalars.TryRead(RawForm.Text, reader.ValueSpan, type, out value);
        }

        var text = new byte[reader.ValueSpan.Length];
        return scalars.TryRead(RawForm.Text, text.AsSpan(0, reader.CopyString(text)), type, out value);
    }

    /// <summary>An element of a list or map, which may not be <c>null</c>.</summary>
    private bool TryElement(ref Utf8JsonReader reader, DataType type, out Value value) => reader.TokenType == JsonTokenType.Null
        ? scalars.Fail(RawForm.Null, "null"u8, TypePhrase.Of(type), out value)
        : TryValue(ref reader, type, out value);

    private bool TryList(ref Utf8JsonReader reader, DataType element, out Value value)
    {
        var elements = scalars.KeepsValues ? new List<Value>() : null;
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!TryElement(ref reader, element, out var one))
            {
                value = default;
                return Within($"[{count.ToString(CultureInfo.InvariantCulture)}]");
            }

            elements?.Add(one);
            count++;
        }

        value = elements is null ? Value.True : Value.OfList(elements);
        return true;
    }

    private bool TryMap(ref Utf8JsonReader reader, DataType key, DataType element, out Value value)
    {
        var entries = scalars.KeepsValues ? new Dictionary<Value, Value>() : null;
        value = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            if (!scalars.TryRead(RawForm.Cell, System.Text.Encoding.UTF8.GetBytes(name), key, out var read))
            {
                return Within($".{name}");
            }

            reader.Read();
            if (!TryElement(ref reader, element, out var one))
            {
                return Within($".{name}");
            }

            if (entries is not null)
            {
                entries[read] = one;
            }
        }

        value = entries is null ? Value.True : Value.OfMap(entries);
        return true;
    }

    private bool TryRecord(ref Utf8JsonReader reader, RecordType type, out Value value)
    {
        var fields = scalars.KeepsValues ? new Value[type.Fields.Count] : null;
        Span<bool> present = type.Fields.Count <= FieldsOnStack ? stackalloc bool[FieldsOnStack] : new bool[type.Fields.Count];
        var names = NamesOf(type);
        value = default;
        for (var position = 0; reader.Read() && reader.TokenType != JsonTokenType.EndObject; position++)
        {
            var ordinal = reader.ValueIsEscaped ? names.Find(System.Text.Encoding.UTF8.GetBytes(reader.GetString()!), position) : names.Find(reader.ValueSpan, position);
            reader.Read();
            if (ordinal < 0)
            {
                reader.Skip();
                continue;
            }

            var field = type.Fields[ordinal];
            if (!TryValue(ref reader, field.Type, out var one))
            {
                return Within($".{field.Name}");
            }

            present[ordinal] = one.IsPresent;
            if (fields is not null)
            {
                fields[ordinal] = field.Optional && one is { Kind: ValueKind.String, AsString.Length: 0 } ? Value.Absent : one;
            }
        }

        foreach (var field in type.Fields)
        {
            if (!field.Optional && !present[field.Ordinal])
            {
                scalars.Fail($"is missing: every {type.Name} needs it.", out _);
                return Within($".{field.Name}");
            }
        }

        value = fields is null ? Value.True : Value.Of(new ArrayRecord(type, fields));
        return true;
    }

    private bool TryMoney(ref Utf8JsonReader reader, out Value value)
    {
        string? amount = null, currency = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var amountFollows = reader.ValueTextEquals("amount"u8);
            var currencyFollows = reader.ValueTextEquals("currency"u8);
            reader.Read();
            if (amountFollows && reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
            {
                amount = reader.TokenType == JsonTokenType.String ? reader.GetString() : System.Text.Encoding.ASCII.GetString(reader.ValueSpan);
            }
            else if (currencyFollows && reader.TokenType == JsonTokenType.String)
            {
                currency = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return amount is null || currency is null
            ? scalars.Fail("is an object without amount and currency: {\"amount\": 12.50, \"currency\": \"EUR\"} is needed.", out value)
            : scalars.TryAmount(System.Text.Encoding.UTF8.GetBytes(amount), System.Text.Encoding.UTF8.GetBytes(currency), out value);
    }

    private SourceFieldNames NamesOf(RecordType type)
    {
        if (!_names.TryGetValue(type, out var names))
        {
            _names.Add(type, names = new());
            foreach (var field in type.Fields)
            {
                names.Add(field.Name);
            }
        }

        return names;
    }

    private bool Within(string step)
    {
        Path = step + Path;
        return false;
    }
}
