using System.Runtime.ExceptionServices;
using Confluent.Kafka;
using Triggers.Kafka.Connection;
using Triggers.Kafka.Reading;
using Triggers.Model.Log;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Consuming;

/// <summary>
/// A member of the trigger group. Partitions come at the end of the log and paused, so that nothing is fetched before <see cref="Start"/> says from where; what slips through
/// in between is dropped here.
/// </summary>
internal sealed class KafkaLogConsumer : ILogConsumer
{
    private static readonly TimeSpan StartRetry = TimeSpan.FromMilliseconds(20);

    private readonly KafkaOptions _options;
    private readonly string _topic;
    private readonly OffsetQueries _offsets;
    private readonly IConsumer<byte[], byte[]> _consumer;
    private readonly ConsumerCalls _calls;
    private readonly HashSet<int> _running = [];
    private readonly Dictionary<int, long> _starting = [];
    private readonly List<int> _arrived = [];
    private readonly HashSet<int> _gone = [];
    private IAssignmentListener? _listener;
    private ExceptionDispatchInfo? _thrown;
    private bool _joined;

    public KafkaLogConsumer(Clients clients, OffsetQueries offsets, string topic)
    {
        _options = clients.Options;
        _topic = topic;
        _offsets = offsets;
        var journal = clients.Journal($"member of {_options.TriggerGroup}");
        _consumer = clients.Consumer(ClientSettings.LogMember, journal, builder => builder
            .SetPartitionsAssignedHandler((_, partitions) => Arrive(partitions))
            .SetPartitionsRevokedHandler((_, partitions) => Leave(partitions, (listener, gone) => listener.Revoked(gone)))
            .SetPartitionsLostHandler((_, partitions) => Leave(partitions, (listener, gone) => listener.Lost(gone))));
        _calls = new(_consumer, _options.TriggerGroup, _options, journal);
    }

    public bool HasShare { get; private set; }

    public void Poll(TimeSpan timeout, int limit, IAssignmentListener listener, List<LogRecord> into)
    {
        Join();
        _listener = listener;
        _gone.Clear();
        var first = into.Count;
        var patience = TryStarts() || timeout < StartRetry ? timeout : StartRetry;
        for (var wait = patience; into.Count - first < limit && Next(wait) is { } result; wait = TimeSpan.Zero)
        {
            if (_running.Contains(result.Partition.Value))
            {
                into.Add(LogRecordForm.Read(result));
            }
        }

        DropGone(first, into);
    }

    public void Start(int partition, long offset)
    {
        // Paused first: the move then cannot race with a fetch that is on its way.
        _running.Remove(partition);
        _consumer.Pause([At(partition)]);
        _starting[partition] = offset;
        TryStart(partition);
    }

    public void Pause(int partition)
    {
        _starting.Remove(partition);
        if (_running.Remove(partition))
        {
            _consumer.Pause([At(partition)]);
        }
    }

    public Membership Capture() => KafkaMembership.Of(_consumer, _options.TriggerGroup);

    public long? StableCommitted(int partition, TimeSpan timeout)
    {
        var offset = _calls.StableCommitted([At(partition)], timeout)[0].Offset;
        return offset == Offset.Unset ? null : offset.Value;
    }

    public (long First, long End) Watermarks(int partition, TimeSpan timeout) => _offsets.Watermarks(_topic, partition, timeout);

    public void Dispose()
    {
        _listener = null;
        _calls.Leave();
    }

    private TopicPartition At(int partition) => new(_topic, partition);

    /// <summary>True when no start is left waiting.</summary>
    private bool TryStarts()
    {
        foreach (var partition in _starting.Keys.ToList())
        {
            TryStart(partition);
        }

        return _starting.Count == 0;
    }

    private void TryStart(int partition)
    {
        if (_calls.TrySeek(new(At(partition), _starting[partition])))
        {
            _starting.Remove(partition);
            _consumer.Resume([At(partition)]);
            _running.Add(partition);
        }
    }

    /// <summary>Not before the first poll: a member that does not poll holds up the whole group.</summary>
    private void Join()
    {
        if (!_joined)
        {
            _consumer.Subscribe(_topic);
            _joined = true;
        }
    }

    private ConsumeResult<byte[], byte[]>? Next(TimeSpan timeout)
    {
        var result = _calls.Next(timeout);
        Announce();
        Interlocked.Exchange(ref _thrown, null)?.Throw();
        return result;
    }

    /// <summary>Runs inside the library's callback, before the assignment is in force: the listener hears of it afterwards.</summary>
    private List<TopicPartitionOffset> Arrive(List<TopicPartition> partitions)
    {
        HasShare = true;
        _arrived.AddRange(partitions.Select(p => p.Partition.Value));
        return [.. partitions.Select(p => new TopicPartitionOffset(p, Offset.End))];
    }

    private void Announce()
    {
        if (_arrived.Count > 0)
        {
            int[] arrived = [.. _arrived];
            _arrived.Clear();
            _consumer.Pause(arrived.Select(At));
            _listener?.Assigned(arrived);
        }
    }

    /// <summary>Runs inside the library's callback: when it returns, the partitions are given back.</summary>
    private void Leave(List<TopicPartitionOffset> partitions, Action<IAssignmentListener, IReadOnlyList<int>> tell)
    {
        // Partitions that came and go within one poll were never announced.
        int[] gone = [.. partitions.Select(p => p.Partition.Value).Where(p => !_arrived.Remove(p))];
        _running.ExceptWith(gone);
        Array.ForEach(gone, p => _starting.Remove(p));
        _gone.UnionWith(gone);
        if (gone.Length == 0 || _listener is not { } listener)
        {
            return;
        }

        try
        {
            tell(listener, gone);
        }
        catch (Exception e)
        {
            // An exception must not cross the native callback: the library would drop the whole assignment.
            _thrown = ExceptionDispatchInfo.Capture(e);
        }
    }

    private void DropGone(int first, List<LogRecord> into)
    {
        if (_gone.Count > 0)
        {
            var kept = into.Skip(first).Where(record => !_gone.Contains(record.Partition)).ToList();
            into.RemoveRange(first, into.Count - first);
            into.AddRange(kept);
        }
    }
}
