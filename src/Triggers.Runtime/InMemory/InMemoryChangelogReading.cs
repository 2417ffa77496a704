using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>The reference of <see cref="IChangelogReading"/>.</summary>
internal sealed class InMemoryChangelogReading(InMemoryCluster cluster, InMemoryPorts process, PartitionLog log, long offset) : IChangelogReading
{
    private readonly List<InMemoryRecord> _fetched = [];
    private long _next = offset;

    public long Poll(TimeSpan timeout, int limit, List<ChangelogRecord> into)
    {
        var version = cluster.Version;
        if (process.FaultAt(PortCall.ReadChangelog) == Fault.None && !Fetch(limit, into) && cluster.AwaitChange(version, timeout))
        {
            Fetch(limit, into);
        }

        return _next;
    }

    public void Dispose()
    {
    }

    private bool Fetch(int limit, List<ChangelogRecord> into)
    {
        lock (cluster.Gate)
        {
            if (_next < log.First || _next > log.End)
            {
                throw new OutsideFault($"Offset {_next} of the changelog is out of range: it holds {log.First} to {log.End}.", "Copy from its first offset.", retry: true);
            }

            _fetched.Clear();
            var before = _next;
            _next = log.Read(_next, limit, _fetched);
            into.AddRange(_fetched.Select(record => new ChangelogRecord(record.Offset, record.AppendTime, record.Key, record.Value)));
            return _next > before;
        }
    }
}
