using Triggers.Conformance.Pipelines;

namespace Triggers.Conformance.InMemory;

public sealed class InMemorySource : SourceConformance
{
    protected override IPipelineSubject OpenSubject() => new InMemoryPipeline();
}
