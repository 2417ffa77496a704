using Xunit;

namespace Triggers.Conformance.Stores;

/// <summary>What every suite of the state store needs: an empty store of the adapter under test.</summary>
public abstract class StoreConformance : IAsyncLifetime
{
    /// <summary>The store, opened anew for each test.</summary>
    protected StoreSubject Subject { get; private set; } = null!;

    public async Task InitializeAsync() => Subject = await OpenAsync();

    public async Task DisposeAsync()
    {
        if (Subject is not null)
        {
            await Subject.DisposeAsync();
        }
    }

    /// <summary>Opens an empty store.</summary>
    protected abstract Task<StoreSubject> OpenAsync();
}
