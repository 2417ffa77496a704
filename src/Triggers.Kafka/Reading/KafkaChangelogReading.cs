using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Reading;

/// <summary>One pass over a partition of the changelog.</summary>
internal sealed class KafkaChangelogReading(PartitionReading reading) : IChangelogReading
{
    public long Poll(TimeSpan timeout, int limit, List<ChangelogRecord> into) => reading.Poll(timeout, limit, result =>
        into.Add(new(result.Offset, new Timestamp(result.Message.Timestamp.UnixTimestampMs), result.Message.Key ?? [], result.Message.Value)));

    public void Dispose() => reading.Dispose();
}
