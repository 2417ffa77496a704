using Triggers.Conformance.Pipelines;

namespace Triggers.Conformance.InMemory;

public sealed class InMemoryTransaction : TransactionConformance
{
    protected override IPipelineSubject OpenSubject() => new InMemoryPipeline();
}
