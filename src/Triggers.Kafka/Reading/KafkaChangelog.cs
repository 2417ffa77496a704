using Triggers.Kafka.Connection;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Reading;

/// <summary>The changelog <c>triggers.state</c>.</summary>
internal sealed class KafkaChangelog(Clients clients, OffsetQueries offsets, string topic) : IChangelog
{
    public (long First, long End) Watermarks(int partition, TimeSpan timeout) => offsets.Watermarks(topic, partition, timeout);

    public IChangelogReading Read(int partition, long offset) => new KafkaChangelogReading(new(clients, topic, partition, offset));
}
