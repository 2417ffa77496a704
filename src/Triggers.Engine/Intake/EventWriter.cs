using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine.Intake;

/// <summary><see cref="CustomerEvent"/> → canonical JSON; see <see cref="EventReader"/> for the form. Thread-safe.</summary>
public static class EventWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Appends the canonical form.</summary>
    public static void Write(CustomerEvent source, IBufferWriter<byte> into)
    {
        using var writer = new Utf8JsonWriter(into, Options);
        writer.WriteStartObject();
        writer.WriteString("type"u8, source.EventType.Name);
        writer.WriteString("id"u8, source.IdBytes);
        writer.WriteNumber("time"u8, source.Time.UnixMilliseconds);
        writer.WriteString("customer"u8, source.Identifier.ToString());
        writer.WriteStartObject("data"u8);
        WriteFields(writer, source, EventType.FirstField);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, RecordValue record, int from)
    {
        var fields = record.Type.Fields;
        for (var ordinal = from; ordinal < fields.Count; ordinal++)
        {
            var value = record[ordinal];
            if (value.IsPresent)
            {
                writer.WritePropertyName(fields[ordinal].Name);
                WriteValue(writer, value);
            }
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Bool:
                writer.WriteBooleanValue(value.AsBool);
                break;
            case ValueKind.Int:
                writer.WriteNumberValue(value.AsInt);
                break;
            case ValueKind.UInt:
                writer.WriteNumberValue(value.AsUInt);
                break;
            case ValueKind.Double:
                WriteDouble(writer, value.AsDouble);
                break;
            case ValueKind.String:
                writer.WriteStringValue(value.AsString);
                break;
            case ValueKind.Bytes:
                writer.WriteBase64StringValue(value.AsBytes);
                break;
            case ValueKind.Timestamp:
                writer.WriteStringValue(CanonicalTime.WriteTimestamp(value));
                break;
            case ValueKind.Duration:
                writer.WriteStringValue(CanonicalTime.WriteDuration(value));
                break;
            case ValueKind.Money:
                writer.WriteStringValue(value.AsMoney.ToString());
                break;
            default:
                WriteCompound(writer, value);
                break;
        }
    }

    private static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    private static void WriteCompound(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.List:
                writer.WriteStartArray();
                foreach (var element in value.AsList)
                {
                    WriteValue(writer, element);
                }

                writer.WriteEndArray();
                break;
            case ValueKind.Record:
                writer.WriteStartObject();
                WriteFields(writer, value.AsRecord, from: 0);
                writer.WriteEndObject();
                break;
            case ValueKind.Map:
                writer.WriteStartObject();
                foreach (var (key, entry) in value.AsMap.OrderBy(pair => pair.Key.AsString, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(key.AsString);
                    WriteValue(writer, entry);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"A value of kind {value.Kind} is never in an event: {value}.");
        }
    }
}
