using Confluent.Kafka;
using Triggers.Kafka.Connection;

namespace Triggers.Kafka.Reading;

/// <summary>
/// Asks for first and end offsets. The end is the high watermark: the client reads uncommitted, else the answer would stop at the first open transaction.
/// Thread-safe.
/// </summary>
internal sealed class OffsetQueries(Clients clients) : IDisposable
{
    private readonly ClientJournal _journal = clients.Journal("offsets");
    private readonly UseGate _gate = new();
    private readonly Lock _making = new();
    private IConsumer<byte[], byte[]>? _consumer;

    /// <summary>First offset and end offset of a partition.</summary>
    public (long First, long End) Watermarks(string topic, int partition, TimeSpan timeout)
    {
        try
        {
            var watermarks = _gate.Use(() => Consumer().QueryWatermarkOffsets(new TopicPartition(topic, partition), timeout));
            return (watermarks.Low.Value, watermarks.High.Value);
        }
        catch (KafkaException e)
        {
            throw KafkaFaults.Of(e, $"The offsets of {topic} partition {partition} were not read", clients.Options, _journal);
        }
    }

    public void Dispose()
    {
        if (_gate.Close())
        {
            _consumer?.Dispose();
        }
    }

    private IConsumer<byte[], byte[]> Consumer()
    {
        lock (_making)
        {
            return _consumer ??= clients.Consumer(options => ClientSettings.Reader(options, IsolationLevel.ReadUncommitted), _journal);
        }
    }
}
