using System.Globalization;
using System.Text.Json;
using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>
/// Values in the JSON form that CEL takes from protobuf, so that other implementations can be compared: int and uint as text, bytes in base64, timestamps in
/// RFC 3339, durations in seconds (<c>"1.5s"</c>), NaN and infinities as text, map keys as text; types by name, money as <c>"12.50 EUR"</c>, records without absent
/// fields.
/// </summary>
public static class ExpressionJson
{
    /// <summary>Most values that one result may hold, elements of elements included.</summary>
    public const int MostValues = 100_000;

    /// <summary>Writes a value; false when it holds more than <see cref="MostValues"/> values, and then what was written is not complete.</summary>
    /// <param name="writer">Where to; may be left in the middle of an array.</param>
    /// <param name="value">Not an error.</param>
    public static bool Write(Utf8JsonWriter writer, Value value)
    {
        var left = MostValues;
        return Write(writer, value, ref left);
    }

    /// <summary>
    /// A value from JSON: whole numbers are int (uint from 2^63 on), all others double; objects are maps of text. What JSON has no form for stays text.
    /// </summary>
    public static Value Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => Number(json),
        JsonValueKind.String => Value.Of(json.GetString()!),
        JsonValueKind.Array => Value.OfList([.. json.EnumerateArray().Select(Read)]),
        JsonValueKind.Object => Value.OfMap(Entries(json)),
        _ => Value.Null,
    };

    private static bool Write(Utf8JsonWriter writer, in Value value, ref int left)
    {
        if (--left < 0)
        {
            return false;
        }

        switch (value.Kind)
        {
            case ValueKind.Null or ValueKind.Absent:
                writer.WriteNullValue();
                return true;
            case ValueKind.Bool:
                writer.WriteBooleanValue(value.AsBool);
                return true;
            case ValueKind.Double when double.IsFinite(value.AsDouble):
                writer.WriteNumberValue(value.AsDouble);
                return true;
            case ValueKind.List:
                return WriteList(writer, value.AsList, ref left);
            case ValueKind.Map:
                return WriteMap(writer, value.AsMap, ref left);
            case ValueKind.Record:
                return WriteRecord(writer, value.AsRecord, ref left);
            default:
                writer.WriteStringValue(Text(value));
                return true;
        }
    }

    private static string Text(in Value value) => value.Kind switch
    {
        ValueKind.Double => value.AsDouble.ToString(CultureInfo.InvariantCulture),
        ValueKind.Bytes => Convert.ToBase64String(value.AsBytes),
        ValueKind.Type => TypeNames.Name(value.AsType),
        _ => Conversions.ToText(value).AsString,
    };

    private static bool WriteList(Utf8JsonWriter writer, IReadOnlyList<Value> list, ref int left)
    {
        writer.WriteStartArray();
        foreach (var element in list)
        {
            if (!Write(writer, element, ref left))
            {
                return false;
            }
        }

        writer.WriteEndArray();
        return true;
    }

    private static bool WriteMap(Utf8JsonWriter writer, IReadOnlyDictionary<Value, Value> map, ref int left)
    {
        writer.WriteStartObject();
        foreach (var (key, entry) in map)
        {
            writer.WritePropertyName(Conversions.ToText(key).AsString);
            if (!Write(writer, entry, ref left))
            {
                return false;
            }
        }

        writer.WriteEndObject();
        return true;
    }

    private static bool WriteRecord(Utf8JsonWriter writer, RecordValue record, ref int left)
    {
        writer.WriteStartObject();
        foreach (var field in record.Type.Fields)
        {
            var value = record[field.Ordinal];
            if (!value.IsPresent)
            {
                continue;
            }

            writer.WritePropertyName(field.Name);
            if (!Write(writer, value, ref left))
            {
                return false;
            }
        }

        writer.WriteEndObject();
        return true;
    }

    private static Value Number(JsonElement json) =>
        json.TryGetInt64(out var whole) ? Value.Of(whole)
        : json.TryGetUInt64(out var unsigned) ? Value.Of(unsigned)
        : Value.Of(json.GetDouble());

    private static Dictionary<Value, Value> Entries(JsonElement json)
    {
        var entries = new Dictionary<Value, Value>();
        foreach (var property in json.EnumerateObject())
        {
            entries[Value.Of(property.Name)] = Read(property.Value);
        }

        return entries;
    }
}
