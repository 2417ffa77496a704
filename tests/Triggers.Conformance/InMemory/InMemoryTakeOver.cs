using Triggers.Conformance.Stores;

namespace Triggers.Conformance.InMemory;

public sealed class InMemoryTakeOver : TakeOverConformance
{
    protected override Task<StoreSubject> OpenAsync() => Task.FromResult(InMemorySubject.Store());
}
