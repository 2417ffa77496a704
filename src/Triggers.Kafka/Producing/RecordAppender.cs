using Confluent.Kafka;
using Triggers.Kafka.Connection;
using Triggers.Runtime.Ports;
using Timestamp = Triggers.Model.Time.Timestamp;

namespace Triggers.Kafka.Producing;

/// <summary>An idempotent producer without transactions, made anew after a fatal error. Thread-safe.</summary>
internal sealed class RecordAppender(Clients clients, string client) : IDisposable
{
    private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(2);

    private readonly ClientJournal _journal = clients.Journal(client);
    private readonly Lock _making = new();
    private IProducer<byte[], byte[]?>? _producer;

    /// <summary>Appends one record; the result is the broker's time-stamp.</summary>
    public async Task<Timestamp> AppendAsync(string topic, int partition, byte[]? key, byte[] value, Headers? headers, CancellationToken cancellation)
    {
        var producer = Producer();
        try
        {
            var message = new Message<byte[], byte[]?> { Key = key!, Value = value, Headers = headers };
            var result = await producer.ProduceAsync(new TopicPartition(topic, partition), message, cancellation).ConfigureAwait(false);
            return new(result.Timestamp.UnixTimestampMs);
        }
        catch (KafkaException e)
        {
            if (e.Error.IsFatal || e.Error.Code == ErrorCode.Local_Fatal)
            {
                Replace(producer);
            }

            throw KafkaFaults.Of(e, $"Nothing was appended to {topic} partition {partition}", clients.Options, _journal);
        }
    }

    public void Dispose()
    {
        // What is on its way may arrive; a broker that is down is not waited for.
        _producer?.Flush(FlushTimeout);
        _producer?.Dispose();
    }

    private IProducer<byte[], byte[]?> Producer()
    {
        lock (_making)
        {
            return _producer ??= clients.Producer(ClientSettings.Appender, _journal);
        }
    }

    private void Replace(IProducer<byte[], byte[]?> dead)
    {
        lock (_making)
        {
            if (_producer != dead)
            {
                return;
            }

            _producer = null;
        }

        // Others' records are told that they failed before the producer goes: a disposed one leaves them waiting for ever.
        dead.Flush(FlushTimeout);
        dead.Dispose();
    }
}
