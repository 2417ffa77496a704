using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Model.Time;

namespace Triggers.Files.Logs;

/// <summary>
/// A dump of the log: JSON lines, one record a line, in the order of the log of each partition.
/// <code>
/// {"partition":0,"offset":17,"time":1767225600005,"kind":"event","key":"…32 hex digits…","value":{…canonical event…}}
/// {"partition":0,"offset":18,"time":1767225600105,"kind":"tick"}
/// {"partition":0,"offset":19,"time":1767225600205,"kind":"rules","value":"…base64…"}
/// {"partition":0,"offset":20,"time":1767225600305,"kind":"lease","value":{…budgets, pools…}}
/// </code>
/// <c>time</c> is the append time in milliseconds since 1970. The bytes of an event or lease come back as they were; one that is no JSON object is written as base64 too.
/// </summary>
public static class LogDumpFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Appends one record as a line.</summary>
    public static void Write(in LogRecord record, IBufferWriter<byte> into)
    {
        using (var json = new Utf8JsonWriter(into, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("partition"u8, record.Partition);
            json.WriteNumber("offset"u8, record.Offset);
            json.WriteNumber("time"u8, record.LogTime.UnixMilliseconds);
            json.WriteString("kind"u8, NameOf(record.Kind));
            if (record.Kind == RecordKind.Event)
            {
                json.WriteString("key"u8, record.Customer.ToString());
            }

            if (IsPlainObject(record))
            {
                json.WritePropertyName("value"u8);
                json.WriteRawValue(record.Body.Span, skipInputValidation: true);
            }
            else if (!record.Body.IsEmpty)
            {
                json.WriteBase64String("value"u8, record.Body.Span);
            }

            json.WriteEndObject();
        }

        into.Write("\n"u8);
    }

    /// <summary>Reads one line.</summary>
    /// <exception cref="InvalidDataException">The line is no record; the message says what is wrong.</exception>
    public static LogRecord Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return Fields(line);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("it is not a JSON object of the dump's form", broken);
        }
    }

    private static LogRecord Fields(ReadOnlySpan<byte> line)
    {
        int? partition = null;
        long? offset = null, time = null;
        RecordKind? kind = null;
        CustomerKey customer = default;
        byte[] body = [];
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "partition": partition = reader.GetInt32(); break;
                case "offset": offset = reader.GetInt64(); break;
                case "time": time = reader.GetInt64(); break;
                case "kind": kind = KindOf(reader.GetString()); break;
                case "key" when !CustomerKey.TryParse(reader.ValueSpan, out customer): throw new InvalidDataException("its `key` is not 32 hexadecimal digits");
                case "key": break;
                case "value": body = Body(ref reader, line); break;
                default: reader.Skip(); break;
            }
        }

        return partition is null || offset is null || time is null || kind is null
            ? throw new InvalidDataException("`partition`, `offset`, `time` or `kind` is missing")
            : new(kind.Value, partition.Value, offset.Value, new Timestamp(time.Value), customer, body);
    }

    private static byte[] Body(ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetBytesFromBase64();
        }

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return line[start..(int)reader.BytesConsumed].ToArray();
    }

    private static bool IsPlainObject(in LogRecord record)
    {
        var body = record.Body.Span;
        if (record.Kind is not (RecordKind.Event or RecordKind.Lease) || body.Length < 2 || body[0] != '{' || body.IndexOfAny((byte)'\n', (byte)'\r') >= 0)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string NameOf(RecordKind kind) => kind switch
    {
        RecordKind.Event => "event",
        RecordKind.Tick => "tick",
        RecordKind.Rules => "rules",
        RecordKind.Lease => "lease",
        _ => throw new InvalidOperationException($"Records of kind {kind} have no name in dumps."),
    };

    private static RecordKind KindOf(string? name) => name switch
    {
        "event" => RecordKind.Event,
        "tick" => RecordKind.Tick,
        "rules" => RecordKind.Rules,
        "lease" => RecordKind.Lease,
        _ => throw new InvalidDataException($"its `kind` is \"{name}\"; kinds are event, tick, rules, lease"),
    };
}
