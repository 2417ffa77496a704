using System.Diagnostics;
using Confluent.Kafka;
using Triggers.Kafka.Connection;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Reading;

/// <summary>One pass over one partition, read_committed, without a group. One thread.</summary>
internal sealed class PartitionReading : IDisposable
{
    private readonly Clients _clients;
    private readonly ClientJournal _journal;
    private readonly IConsumer<byte[], byte[]> _consumer;
    private readonly TopicPartition _partition;
    private long _next;

    public PartitionReading(Clients clients, string topic, int partition, long offset)
    {
        _clients = clients;
        _journal = clients.Journal($"reader of {topic}/{partition}");
        _partition = new(topic, partition);
        _next = offset;
        _consumer = clients.Consumer(options => ClientSettings.Reader(options, IsolationLevel.ReadCommitted), _journal);
        _consumer.Assign(new TopicPartitionOffset(_partition, offset));
    }

    /// <summary>
    /// Hands at most <paramref name="limit"/> records over and returns the next offset to be read. Returns early when the end, or an open transaction, is reached: the end of a
    /// partition is reported with the offset behind control records and aborted records.
    /// </summary>
    public long Poll(TimeSpan timeout, int limit, Action<ConsumeResult<byte[], byte[]>> take)
    {
        var started = Stopwatch.GetTimestamp();
        for (var taken = 0; taken < limit;)
        {
            var left = taken > 0 ? TimeSpan.Zero : timeout - Stopwatch.GetElapsedTime(started);
            if (Consume(left > TimeSpan.Zero ? left : TimeSpan.Zero) is not { } result)
            {
                break;
            }

            if (result.IsPartitionEOF)
            {
                _next = Math.Max(_next, result.Offset);
                break;
            }

            take(result);
            _next = result.Offset + 1;
            taken++;
        }

        return _next;
    }

    public void Dispose() => _consumer.Dispose();

    private ConsumeResult<byte[], byte[]>? Consume(TimeSpan timeout)
    {
        try
        {
            return _consumer.Consume(timeout);
        }
        catch (ConsumeException e) when (e.Error.Code is ErrorCode.Local_AutoOffsetReset or ErrorCode.OffsetOutOfRange)
        {
            throw new OutsideFault(
                $"Offset {_next} of {_partition.Topic} partition {_partition.Partition.Value} is not in the topic: {ClientJournal.Plain(e.Error.Reason)}.",
                "It is read again from the first offset.",
                retry: true,
                e);
        }
        catch (KafkaException e)
        {
            throw KafkaFaults.Of(e, $"{_partition.Topic} partition {_partition.Partition.Value} was not read", _clients.Options, _journal);
        }
    }
}
