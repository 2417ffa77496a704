using System.Text;
using Confluent.Kafka;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Timestamp = Triggers.Model.Time.Timestamp;

namespace Triggers.Kafka.Reading;

/// <summary>The form of a <see cref="LogRecord"/> in Kafka: header <c>kind</c>, key, value, append time.</summary>
internal static class LogRecordForm
{
    private const string KindHeader = "kind";

    private static readonly (RecordKind Kind, byte[] Text)[] Kinds =
        [.. Enum.GetValues<RecordKind>().Select(kind => (kind, Encoding.UTF8.GetBytes(kind.ToString().ToLowerInvariant())))];

    /// <summary>Headers of a record of this kind.</summary>
    public static Headers HeadersOf(RecordKind kind) => new() { { KindHeader, Kinds.First(k => k.Kind == kind).Text } };

    /// <summary>
    /// What was consumed. Without a known kind it is an event whose body the fold finds malformed (a foreign producer wrote into the log), so that it is dead-lettered and not lost; a
    /// key that is no customer gives <c>default</c>.
    /// </summary>
    public static LogRecord Read(ConsumeResult<byte[], byte[]> result)
    {
        var message = result.Message;
        _ = CustomerKey.TryParse(message.Key, out var customer);
        return new(KindOf(message.Headers), result.Partition.Value, result.Offset.Value, new Timestamp(message.Timestamp.UnixTimestampMs), customer, message.Value ?? [])
        {
            Trace = TraceOf(message.Headers),
        };
    }

    private static TraceContext? TraceOf(Headers? headers) => headers is null ? null : TraceContext.Of(TextOf(headers, TraceContext.ParentHeader), TextOf(headers, TraceContext.StateHeader));

    private static string? TextOf(Headers headers, string name) => headers.TryGetLastBytes(name, out var text) && text is not null ? Encoding.UTF8.GetString(text) : null;

    private static RecordKind KindOf(Headers? headers)
    {
        if (headers is not null && headers.TryGetLastBytes(KindHeader, out var text))
        {
            foreach (var (kind, known) in Kinds)
            {
                if (known.AsSpan().SequenceEqual(text))
                {
                    return kind;
                }
            }
        }

        return RecordKind.Event;
    }
}
