using Triggers.Conformance.Stores;

namespace Triggers.Conformance.InMemory;

public sealed class InMemoryRead : ReadConformance
{
    protected override Task<StoreSubject> OpenAsync() => Task.FromResult(InMemorySubject.Store());
}
