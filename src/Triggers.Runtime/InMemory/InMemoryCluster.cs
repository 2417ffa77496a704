using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>
/// The reference of the Kafka side: topics of partitions with offsets, transactions with read_committed visibility, consumer groups with generations. One lock; the same calls in the
/// same order give the same log. A process reaches it through <see cref="InMemoryPorts"/>; what the world does to a process (time-outs, lost members, compaction) is played here.
/// Topics come into being when first named, with as many partitions as <c>triggers.events</c>; <c>triggers.rules</c> has one.
/// </summary>
public sealed class InMemoryCluster
{
    private readonly Dictionary<string, PartitionLog[]> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConsumerGroup> _groups = new(StringComparer.Ordinal);
    private readonly Func<Timestamp> _clock;
    private long _version;
    private int _unkeyed;

    /// <summary>A cluster without records.</summary>
    /// <param name="partitions">Number of partitions of every topic but the rules topic; at least 1.</param>
    /// <param name="clock">The brokers' clock: append times.</param>
    /// <param name="names">Names of the system's topics; null: the default prefix.</param>
    public InMemoryCluster(int partitions, Func<Timestamp> clock, TopicNames? names = null)
    {
        Partitions = partitions;
        _clock = clock;
        Names = names ?? new();
        Coordinator = new(Log);
        CreateTopic(Names.Rules, 1);
    }

    /// <summary>Number of partitions of every topic but the rules topic.</summary>
    public int Partitions { get; }

    /// <summary>Names of the system's topics.</summary>
    public TopicNames Names { get; }

    /// <summary>
    /// True (default): polls and reads of committed offsets wait for news up to their time-out, in real time. False: they answer at once, for simulations on one thread.
    /// </summary>
    public bool Waits { get; init; } = true;

    /// <summary>Markers of decided transactions still to be written (<see cref="Fault.MarkersLate"/>).</summary>
    public IReadOnlyList<PendingMarker> PendingMarkers => Locked(() => Coordinator.Markers.ToArray());

    internal object Gate { get; } = new();

    internal TransactionCoordinator Coordinator { get; }

    internal long Version => Locked(() => _version);

    /// <summary>Makes a topic with its own number of partitions; does nothing when it exists.</summary>
    public void CreateTopic(string name, int partitions) => Locked(() => _topics.TryAdd(name, Logs(name, partitions)));

    /// <summary>Appends a record without a transaction, as a foreign producer does.</summary>
    public InMemoryRecord Append(string topic, byte[]? key, byte[]? value, params IReadOnlyList<KeyValuePair<string, string>> headers) =>
        Append(new(topic, null, key, value, headers), null);

    /// <summary>What a read_committed reader of the whole topic sees: partition by partition, in offset order.</summary>
    public IReadOnlyList<InMemoryRecord> Committed(string topic) => Locked(() =>
    {
        var records = new List<InMemoryRecord>();
        foreach (var log in Topic(topic))
        {
            log.Read(log.First, int.MaxValue, records);
        }

        return records;
    });

    /// <summary>Writes one marker; does nothing when it is written already.</summary>
    public void WriteMarker(PendingMarker marker) => Changed(() => Coordinator.WriteMarker(marker));

    /// <summary>Every open transaction reaches its time-out: aborted, its producer fenced.</summary>
    public void TimeOutTransactions() => Changed(Coordinator.TimeOutAll);

    /// <summary>Every group rebalances without cause: the generation rises once all members have polled.</summary>
    public void Rebalance() => Changed(() => _groups.Values.ToList().ForEach(group => group.Rebalance()));

    /// <summary>The committed offsets of all groups have expired.</summary>
    public void ForgetOffsets() => Changed(() => _groups.Values.ToList().ForEach(group => group.Committed.Clear()));

    /// <summary>Retention: the partition begins at <paramref name="offset"/>.</summary>
    public void DeleteBefore(string topic, int partition, long offset) => Changed(() => Log(new(topic, partition)).DeleteBefore(offset));

    /// <summary>Compaction below <paramref name="offset"/>: the newest committed record of each key is left; tombstones are gone.</summary>
    public void Compact(string topic, int partition, long offset) => Changed(() => Log(new(topic, partition)).Compact(offset));

    internal PartitionLog Log(TopicPartition place) => Topic(place.Topic)[place.Partition];

    internal (long First, long End) Watermarks(TopicPartition place)
    {
        lock (Gate)
        {
            var log = Log(place);
            return (log.First, log.End);
        }
    }

    internal int PartitionsOf(string topic) => Locked(() => Topic(topic).Length);

    internal ConsumerGroup Group(string name)
    {
        lock (Gate)
        {
            return _groups.TryGetValue(name, out var group) ? group : _groups[name] = new();
        }
    }

    internal InMemoryRecord Append(in OutputRecord record, Func<TopicPartition, Transaction?>? transaction)
    {
        lock (Gate)
        {
            var partitions = Topic(record.Topic).Length;
            var partition = record.Partition ?? (record.Key is { } key ? Murmur2.PartitionOf(key, partitions) : _unkeyed++ % partitions);
            var place = new TopicPartition(record.Topic, partition);
            var appended = Log(place).Append(_clock(), record.Key, record.Value, record.Headers, transaction?.Invoke(place));
            Changed();
            return appended;
        }
    }

    /// <summary>The group's committed offset when no transaction holds it back; false: one does.</summary>
    internal bool TryCommitted(ConsumerGroup group, TopicPartition place, out long? committed)
    {
        lock (Gate)
        {
            committed = group.Committed.TryGetValue(place, out var next) ? next : null;
            return !Coordinator.HoldsBack(group, place);
        }
    }

    internal T Locked<T>(Func<T> read)
    {
        lock (Gate)
        {
            return read();
        }
    }

    internal void Changed(Action change)
    {
        lock (Gate)
        {
            change();
            Changed();
        }
    }

    /// <summary>Waits until something differs from <paramref name="version"/>; false when the time is over, or at once where nothing waits.</summary>
    internal bool AwaitChange(long version, TimeSpan timeout)
    {
        lock (Gate)
        {
            return _version != version || (Waits && timeout > TimeSpan.Zero && Monitor.Wait(Gate, timeout));
        }
    }

    private static PartitionLog[] Logs(string topic, int partitions) =>
        [.. Enumerable.Range(0, partitions).Select(partition => new PartitionLog(new(topic, partition)))];

    private PartitionLog[] Topic(string name) => _topics.TryGetValue(name, out var logs) ? logs : _topics[name] = Logs(name, Partitions);

    private void Changed()
    {
        _version++;
        Monitor.PulseAll(Gate);
    }
}
