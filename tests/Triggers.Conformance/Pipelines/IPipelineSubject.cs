using Triggers.Runtime.Ports;

namespace Triggers.Conformance.Pipelines;

/// <summary>A Kafka side under test: empty topics of two partitions each, the rules topic of one.</summary>
public interface IPipelineSubject : IDisposable
{
    /// <summary>The system's topics, which exist.</summary>
    TopicNames Names { get; }

    /// <summary>A source topic, which exists.</summary>
    string Source { get; }

    /// <summary>How long one poll may wait. A real broker needs a moment; the reference needs none.</summary>
    TimeSpan PollTime { get; }

    /// <summary>Opens another process. It is disposed by the test.</summary>
    IPipelinePorts Open(string process);
}
