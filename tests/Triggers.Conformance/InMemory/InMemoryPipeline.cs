using Triggers.Conformance.Pipelines;
using Triggers.Model.Time;
using Triggers.Runtime.InMemory;
using Triggers.Runtime.Ports;

namespace Triggers.Conformance.InMemory;

/// <summary>The reference, on one thread and with a clock that moves by a millisecond at each look.</summary>
internal sealed class InMemoryPipeline : IPipelineSubject
{
    private readonly InMemoryCluster _cluster;
    private long _now = 1_767_225_600_000;

    public InMemoryPipeline() => _cluster = new(2, () => new(_now++)) { Waits = false };

    public TopicNames Names => _cluster.Names;

    public string Source => "clicks";

    public TimeSpan PollTime => TimeSpan.Zero;

    public IPipelinePorts Open(string process) => new InMemoryPorts(_cluster, process);

    public void Dispose()
    {
    }
}
