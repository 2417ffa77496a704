using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>The reference of <see cref="IChangelog"/>.</summary>
internal sealed class InMemoryChangelog(InMemoryCluster cluster, InMemoryPorts process) : IChangelog
{
    public (long First, long End) Watermarks(int partition, TimeSpan timeout)
    {
        return process.FaultAt(PortCall.Watermarks, partition) == Fault.None
            ? cluster.Watermarks(Place(partition))
            : throw InMemoryPorts.NoAnswer($"the watermarks of partition {partition} of the changelog");
    }

    public IChangelogReading Read(int partition, long offset) =>
        new InMemoryChangelogReading(cluster, process, cluster.Locked(() => cluster.Log(Place(partition))), offset);

    private TopicPartition Place(int partition) => new(cluster.Names.State, partition);
}
