using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>The reference of <see cref="ILogAppender"/>.</summary>
internal sealed class InMemoryAppender(InMemoryCluster cluster, InMemoryPorts process) : ILogAppender
{
    public Task<Timestamp> AppendAsync(int partition, RecordKind kind, byte[] body, CancellationToken cancellation)
    {
        var fault = process.FaultAt(PortCall.Append, partition);
        var name = kind.ToString().ToLowerInvariant();
        var appended = fault == Fault.RequestLost ? null : cluster.Append(new(cluster.Names.Events, partition, null, body, [new("kind", name)]), null);
        return appended is null || fault == Fault.ReplyLost
            ? Task.FromException<Timestamp>(InMemoryPorts.NoAnswer($"a {name} for partition {partition}"))
            : Task.FromResult(appended.AppendTime);
    }

    public void Dispose()
    {
    }
}
