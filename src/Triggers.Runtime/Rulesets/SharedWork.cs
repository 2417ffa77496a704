namespace Triggers.Runtime.Rulesets;

/// <summary>
/// Work that several ask for and that is done once: key → task. A result is held by those who asked for it; here it is only known as long as somebody holds it. What failed is
/// tried again when it is asked for again. Thread-safe.
/// </summary>
internal sealed class SharedWork<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<T>> _underWay = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WeakReference<T>> _done = new(StringComparer.Ordinal);

    /// <summary>The result, when it is there and somebody holds it; else null.</summary>
    public T? Find(string key)
    {
        lock (_lock)
        {
            return Done(key);
        }
    }

    /// <summary>The result of <paramref name="work"/>, which is begun on this thread unless it is under way or done.</summary>
    public Task<T> Begin(string key, Func<Task<T>> work)
    {
        var outcome = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (Done(key) is { } done)
            {
                return Task.FromResult(done);
            }

            if (!_underWay.TryAdd(key, outcome.Task))
            {
                return _underWay[key];
            }
        }

        _ = RunAsync(key, work, outcome);
        return outcome.Task;
    }

    /// <summary>Takes a result that was made elsewhere; that of another who was faster counts.</summary>
    public T Add(string key, T result)
    {
        lock (_lock)
        {
            if (Done(key) is { } done)
            {
                return done;
            }

            Keep(key, result);
            return result;
        }
    }

    private async Task RunAsync(string key, Func<Task<T>> work, TaskCompletionSource<T> outcome)
    {
        try
        {
            var result = await work().ConfigureAwait(false);
            lock (_lock)
            {
                _underWay.Remove(key);
                Keep(key, result);
            }

            outcome.SetResult(result);
        }
        catch (Exception failure)
        {
            lock (_lock)
            {
                _underWay.Remove(key);
            }

            outcome.SetException(failure);
        }
    }

    private T? Done(string key) => _done.TryGetValue(key, out var reference) && reference.TryGetTarget(out var done) ? done : null;

    private void Keep(string key, T result)
    {
        foreach (var (gone, _) in _done.Where(entry => !entry.Value.TryGetTarget(out _)).ToList())
        {
            _done.Remove(gone);
        }

        _done[key] = new(result);
    }
}
