using Triggers.Conformance.Stores;

namespace Triggers.Conformance.InMemory;

public sealed class InMemoryBatch : BatchConformance
{
    protected override Task<StoreSubject> OpenAsync() => Task.FromResult(InMemorySubject.Store());
}
