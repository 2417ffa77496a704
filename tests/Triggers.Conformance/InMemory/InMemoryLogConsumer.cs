using Triggers.Conformance.Pipelines;

namespace Triggers.Conformance.InMemory;

public sealed class InMemoryLogConsumer : LogConsumerConformance
{
    protected override IPipelineSubject OpenSubject() => new InMemoryPipeline();
}
