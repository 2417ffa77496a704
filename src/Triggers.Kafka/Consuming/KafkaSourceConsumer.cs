using System.Diagnostics;
using System.Text;
using Confluent.Kafka;
using Triggers.Kafka.Connection;
using Triggers.Runtime.Ports;
using Timestamp = Triggers.Model.Time.Timestamp;

namespace Triggers.Kafka.Consuming;

/// <summary>
/// A member of the ingest group. Rebalances are eager: when partitions go, all go, and what comes back begins at its stable committed offset.
/// </summary>
internal sealed class KafkaSourceConsumer : ISourceConsumer
{
    private static readonly TimeSpan SeekRetry = TimeSpan.FromMilliseconds(10);

    private readonly KafkaOptions _options;
    private readonly IConsumer<byte[], byte[]> _consumer;
    private readonly ConsumerCalls _calls;
    private readonly IReadOnlyList<string> _topics;
    private bool _joined;
    private bool _taken;
    private ConsumeResult<byte[], byte[]>? _carried;

    public KafkaSourceConsumer(Clients clients, IReadOnlyList<string> topics)
    {
        _options = clients.Options;
        var journal = clients.Journal($"member of {_options.IngestGroup}");
        _consumer = clients.Consumer(ClientSettings.SourceMember, journal, builder => builder
            .SetPartitionsAssignedHandler((_, _) => { })
            .SetPartitionsRevokedHandler((_, _) => TakeAway())
            .SetPartitionsLostHandler((_, _) => TakeAway()));
        _calls = new(_consumer, _options.IngestGroup, _options, journal);
        _topics = topics;
    }

    public bool Poll(TimeSpan timeout, int limit, List<SourceRecord> into)
    {
        Join();
        var first = into.Count;
        if (_carried is { } carried)
        {
            into.Add(Read(carried));
            _carried = null;
        }

        for (var wait = into.Count > first ? TimeSpan.Zero : timeout; into.Count - first < limit && _calls.Next(wait) is { } result; wait = TimeSpan.Zero)
        {
            if (_taken)
            {
                // Already of the new assignment: it belongs to the next call, after the caller has dropped the old ones.
                _carried = result;
                break;
            }

            into.Add(Read(result));
        }

        if (!_taken)
        {
            return false;
        }

        _taken = false;
        into.RemoveRange(first, into.Count - first);
        return true;
    }

    public Membership Capture() => KafkaMembership.Of(_consumer, _options.IngestGroup);

    public void Rewind()
    {
        _carried = null;
        var assigned = _consumer.Assignment;
        if (assigned.Count == 0)
        {
            return;
        }

        foreach (var committed in _calls.StableCommitted(assigned, _options.TransactionTimeout * 2))
        {
            Seek(committed.Offset == Offset.Unset ? new(committed.TopicPartition, Offset.Beginning) : committed);
        }
    }

    public void Dispose() => _calls.Leave();

    /// <summary>Not before the first poll: a member that does not poll holds up the whole group.</summary>
    private void Join()
    {
        if (!_joined)
        {
            _consumer.Subscribe(_topics);
            _joined = true;
        }
    }

    private static SourceRecord Read(ConsumeResult<byte[], byte[]> result)
    {
        var message = result.Message;
        var time = message.Timestamp.Type == TimestampType.NotAvailable ? Timestamp.Beginning : new Timestamp(message.Timestamp.UnixTimestampMs);
        IReadOnlyList<KeyValuePair<string, string>> headers = message.Headers is { Count: > 0 } some
            ? [.. some.Select(header => KeyValuePair.Create(header.Key, Encoding.UTF8.GetString(header.GetValueBytes() ?? [])))]
            : [];
        return new(result.Topic, result.Partition.Value, result.Offset.Value, time, message.Key, message.Value ?? [], headers);
    }

    private void Seek(TopicPartitionOffset position)
    {
        for (var started = Stopwatch.GetTimestamp(); !_calls.TrySeek(position); Thread.Sleep(SeekRetry))
        {
            if (Stopwatch.GetElapsedTime(started) > _options.ConnectTimeout)
            {
                throw new OutsideFault(
                    $"{position.Topic} partition {position.Partition.Value} cannot be read again from offset {position.Offset}: it is about to be taken away.",
                    "The group is joined anew.",
                    retry: true);
            }
        }
    }

    private void TakeAway()
    {
        _taken = true;
        _carried = null;
    }
}
