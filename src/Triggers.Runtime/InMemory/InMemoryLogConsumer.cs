using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>The reference of <see cref="ILogConsumer"/>.</summary>
internal sealed class InMemoryLogConsumer(InMemoryCluster cluster, InMemoryPorts process, GroupMember member) : ILogConsumer
{
    private readonly SortedDictionary<int, long> _positions = [];
    private readonly List<InMemoryRecord> _fetched = [];
    private int _turn;

    public bool HasShare { get; private set; }

    public void Poll(TimeSpan timeout, int limit, IAssignmentListener listener, List<LogRecord> into)
    {
        var fault = process.FaultAt(PortCall.Poll);
        var events = new GroupEvents(
            places => listener.Assigned(Numbers(places)),
            places => listener.Revoked(Forgotten(places)),
            places => listener.Lost(Forgotten(places)));
        cluster.Poll(member, timeout, events, () => fault == Fault.None && Fetch(limit, into));
        HasShare = true;
    }

    public void Start(int partition, long offset)
    {
        lock (cluster.Gate)
        {
            _positions[partition] = member.Owned.Contains(Place(partition))
                ? offset
                : throw new InvalidOperationException($"Partition {partition} is not assigned to this consumer.");
        }
    }

    public void Pause(int partition)
    {
        lock (cluster.Gate)
        {
            _positions.Remove(partition);
        }
    }

    public Membership Capture() => cluster.Locked(member.Capture);

    public long? StableCommitted(int partition, TimeSpan timeout)
    {
        var answered = process.FaultAt(PortCall.StableCommitted, partition) == Fault.None;
        var start = TimeProvider.System.GetTimestamp();
        long version;
        do
        {
            version = cluster.Version;
            if (answered && cluster.TryCommitted(member.Group, Place(partition), out var committed))
            {
                return committed;
            }
        }
        while (cluster.AwaitChange(version, timeout - TimeProvider.System.GetElapsedTime(start)) && TimeProvider.System.GetElapsedTime(start) < timeout);

        throw InMemoryPorts.NoAnswer($"the committed offset of partition {partition}: a transaction is still open or its outcome not yet written");
    }

    public (long First, long End) Watermarks(int partition, TimeSpan timeout)
    {
        return process.FaultAt(PortCall.Watermarks, partition) == Fault.None
            ? cluster.Watermarks(Place(partition))
            : throw InMemoryPorts.NoAnswer($"the watermarks of partition {partition}");
    }

    public void Dispose() => cluster.Changed(member.Leave);

    private static int[] Numbers(IReadOnlyList<TopicPartition> places) => [.. places.Select(place => place.Partition)];

    /// <summary>What a foreign producer wrote is an event without a customer: the fold dead-letters it.</summary>
    private static LogRecord Decode(InMemoryRecord record)
    {
        var name = record.Headers.FirstOrDefault(header => header.Key == "kind").Value;
        var kind = Enum.GetValues<RecordKind>().FirstOrDefault(known => known.ToString().Equals(name, StringComparison.OrdinalIgnoreCase), RecordKind.Event);
        _ = CustomerKey.TryParse(record.Key, out var customer);
        return new(kind, record.Partition, record.Offset, record.AppendTime, customer, record.Value) { Trace = TraceContext.Of(record.Headers) };
    }

    private TopicPartition Place(int partition) => new(cluster.Names.Events, partition);

    private int[] Forgotten(IReadOnlyList<TopicPartition> places)
    {
        var partitions = Numbers(places);
        foreach (var partition in partitions)
        {
            Pause(partition);
        }

        return partitions;
    }

    /// <summary>Started partitions in turn, another one first each time, so that none starves.</summary>
    private bool Fetch(int limit, List<LogRecord> into)
    {
        var partitions = _positions.Keys.ToArray();
        _turn++;
        _fetched.Clear();
        for (var i = 0; i < partitions.Length && _fetched.Count < limit; i++)
        {
            var partition = partitions[(i + _turn) % partitions.Length];
            var log = cluster.Log(Place(partition));
            _positions[partition] = log.Read(InRange(log, partition), limit - _fetched.Count, _fetched);
        }

        into.AddRange(_fetched.Select(Decode));
        return _fetched.Count > 0;
    }

    private long InRange(PartitionLog log, int partition)
    {
        var offset = _positions[partition];
        return offset >= log.First && offset <= log.End
            ? offset
            : throw new OutsideFault(
                $"Offset {offset} of partition {partition} is out of range: the log holds {log.First} to {log.End}.", "Restore the log, or start the partition at its first offset.");
    }
}
