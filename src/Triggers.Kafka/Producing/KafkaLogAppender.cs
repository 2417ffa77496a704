using Triggers.Kafka.Reading;
using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Producing;

/// <summary>Appends ticks and rules records to the log.</summary>
internal sealed class KafkaLogAppender(RecordAppender appender, string topic) : ILogAppender
{
    public Task<Timestamp> AppendAsync(int partition, RecordKind kind, byte[] body, CancellationToken cancellation) =>
        appender.AppendAsync(topic, partition, null, body, LogRecordForm.HeadersOf(kind), cancellation);

    public void Dispose() => appender.Dispose();
}
