using Triggers.Conformance.Stores;
using Triggers.Runtime.InMemory;

namespace Triggers.Conformance.InMemory;

/// <summary>The references, as subjects of the suites.</summary>
internal static class InMemorySubject
{
    public static StoreSubject Store()
    {
        var store = new InMemoryStateStore();
        return new(store, store.ScanAsync);
    }
}
