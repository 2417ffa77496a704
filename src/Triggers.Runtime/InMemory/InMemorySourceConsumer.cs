using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>The reference of <see cref="ISourceConsumer"/>.</summary>
internal sealed class InMemorySourceConsumer(InMemoryCluster cluster, InMemoryPorts process, GroupMember member) : ISourceConsumer
{
    private readonly Dictionary<TopicPartition, long> _positions = [];
    private readonly List<InMemoryRecord> _fetched = [];
    private bool _taken;

    public bool Poll(TimeSpan timeout, int limit, List<SourceRecord> into)
    {
        _taken = false;
        var fault = process.FaultAt(PortCall.Poll);
        cluster.Poll(member, timeout, new(_ => { }, Forget, Forget), () => fault == Fault.None && Fetch(limit, into));
        return _taken;
    }

    public Membership Capture() => cluster.Locked(member.Capture);

    public void Rewind() => cluster.Changed(_positions.Clear);

    public void Dispose() => cluster.Changed(member.Leave);

    private void Forget(IReadOnlyList<TopicPartition> places)
    {
        _taken = true;
        cluster.Changed(() => places.ToList().ForEach(place => _positions.Remove(place)));
    }

    private bool Fetch(int limit, List<SourceRecord> into)
    {
        _fetched.Clear();
        foreach (var place in member.Owned.OrderBy(place => place.Topic, StringComparer.Ordinal).ThenBy(place => place.Partition))
        {
            if (_fetched.Count < limit && Position(place) is { } position)
            {
                _positions[place] = cluster.Log(place).Read(position, limit - _fetched.Count, _fetched);
            }
        }

        into.AddRange(_fetched.Select(record => new SourceRecord(
            record.Topic, record.Partition, record.Offset, record.AppendTime, record.Key, record.Value, record.Headers)));
        return _fetched.Count > 0;
    }

    /// <summary>Where to read on; null while the committed offset is not stable.</summary>
    private long? Position(TopicPartition place) =>
        _positions.TryGetValue(place, out var position) ? position
        : cluster.TryCommitted(member.Group, place, out var committed) ? committed ?? cluster.Log(place).First
        : null;
}
