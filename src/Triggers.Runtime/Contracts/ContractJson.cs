using System.Text.Encodings.Web;
using System.Text.Json;
using Triggers.Model.Time;

namespace Triggers.Runtime.Contracts;

/// <summary>How all outbound JSON is written: UTF-8 without white space, names in camelCase, times in RFC 3339 UTC with milliseconds, absent fields left out.</summary>
internal static class ContractJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object.</summary>
    internal static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>A field that is left out when it is null.</summary>
    internal static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>An instant.</summary>
    internal static void WriteTime(this Utf8JsonWriter json, string name, Timestamp value) => json.WriteString(name, value.ToString());
}
