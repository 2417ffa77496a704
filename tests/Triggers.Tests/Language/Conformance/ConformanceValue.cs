using System.Globalization;
using System.Text.Json;
using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Tests.Language.Conformance;

/// <summary>Reads the values and types of the suite.</summary>
internal static class ConformanceValue
{
    public static Value Read(JsonElement message)
    {
        var field = message.EnumerateObject().First();
        var content = field.Value[0];
        return field.Name switch
        {
            "null_value" => Value.Null,
            "bool_value" => Value.Of(content.GetBoolean()),
            "int64_value" => Value.Of(long.Parse(Number(content), CultureInfo.InvariantCulture)),
            "uint64_value" => Value.Of(ulong.Parse(Number(content), CultureInfo.InvariantCulture)),
            "double_value" => Value.Of(Double(content)),
            "string_value" => Value.Of(content.GetString()!),
            "bytes_value" => Value.Of(content.GetProperty("base64").GetBytesFromBase64()),
            "type_value" => Value.Of(TypeNames.Find(content.GetString()!)!),
            "list_value" => Value.OfList([.. Elements(content, "values").Select(Read)]),
            "map_value" => Value.OfMap(Elements(content, "entries").ToDictionary(e => Read(e.GetProperty("key")[0]), e => Read(e.GetProperty("value")[0]))),
            "object_value" => Object(content),
            _ => throw new NotSupportedException(field.Name),
        };
    }

    public static DataType ReadType(JsonElement type)
    {
        var field = type.EnumerateObject().First();
        var content = field.Value[0];
        return (field.Name, field.Name is "primitive" or "well_known" ? content.GetProperty("ident").GetString() : "") switch
        {
            ("dyn", _) => DataType.Dyn,
            ("null", _) => DataType.Null,
            (_, "BOOL") => DataType.Bool,
            (_, "INT64") => DataType.Int,
            (_, "UINT64") => DataType.UInt,
            (_, "DOUBLE") => DataType.Double,
            (_, "STRING") => DataType.String,
            (_, "BYTES") => DataType.Bytes,
            (_, "DURATION") => DataType.Duration,
            (_, "TIMESTAMP") => DataType.Timestamp,
            ("message_type", _) => TypeNames.Find(content.GetString()!)!,
            ("list_type", _) => DataType.List(ReadType(content.GetProperty("elem_type")[0])),
            ("map_type", _) => DataType.Map(ReadType(content.GetProperty("key_type")[0]), ReadType(content.GetProperty("value_type")[0])),
            _ => throw new NotSupportedException(field.Name),
        };
    }

    private static string Number(JsonElement content) => content.GetProperty("number").GetString()!;

    private static double Double(JsonElement content) => content.TryGetProperty("ident", out var name)
        ? name.GetString() switch
        {
            "-inf" => double.NegativeInfinity,
            "inf" => double.PositiveInfinity,
            _ => double.NaN,
        }
        : double.Parse(Number(content), CultureInfo.InvariantCulture);

    private static Value Object(JsonElement content)
    {
        var message = content.EnumerateObject().Single();
        var seconds = long.Parse(Number(message.Value[0].GetProperty("seconds")[0]), CultureInfo.InvariantCulture);
        var nanoseconds = int.Parse(Number(message.Value[0].GetProperty("nanos")[0]), CultureInfo.InvariantCulture);
        return message.Name.Contains("Duration", StringComparison.Ordinal) ? Value.OfDuration(seconds, nanoseconds) : Value.OfTimestamp(seconds, nanoseconds);
    }

    private static JsonElement[] Elements(JsonElement content, string name) =>
        content.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];
}
