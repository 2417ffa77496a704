using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Telemetry;

/// <summary>A store that tells how long each call took and how it ended. Adds nothing else; thread-safe as the store it stands before.</summary>
public sealed class MeasuredStateStore(IStateStore store, PipelineMetrics metrics, TimeProvider time) : IStateStore
{
    private long _failingSince;

    /// <summary>How long no call has been answered; null: the last one was.</summary>
    public TimeSpan? Failing => Volatile.Read(ref _failingSince) is var since and not 0 ? time.GetElapsedTime(since) : null;

    /// <inheritdoc/>
    public Task<PartitionStamp> ClaimAsync(int partition, Epoch token, CancellationToken cancellation) =>
        ReadAsync("claim", () => store.ClaimAsync(partition, token, cancellation));

    /// <inheritdoc/>
    public Task<PartitionStamp> StampAsync(int partition, CancellationToken cancellation) => ReadAsync("stamp", () => store.StampAsync(partition, cancellation));

    /// <inheritdoc/>
    public async Task<StateLoad> LoadAsync(int partition, IReadOnlyList<CustomerKey> customers, CancellationToken cancellation)
    {
        var load = await ReadAsync("load", () => store.LoadAsync(partition, customers, cancellation)).ConfigureAwait(false);
        metrics.StatesMoved("load", customers.Count);
        return load;
    }

    /// <inheritdoc/>
    public Task<TimerLoad> LoadTimersAsync(int partition, Timestamp from, Timestamp to, int limit, CancellationToken cancellation) =>
        ReadAsync("load_timers", () => store.LoadTimersAsync(partition, from, to, limit, cancellation));

    /// <inheritdoc/>
    public async Task<StoreReply> StoreAsync(StateBatch batch, CancellationToken cancellation)
    {
        var reply = await WriteAsync("store", () => store.StoreAsync(batch, cancellation)).ConfigureAwait(false);
        metrics.StatesMoved("store", reply == StoreReply.Ok ? batch.States.Count : 0);
        return reply;
    }

    /// <inheritdoc/>
    public Task<StoreReply> ResetAsync(int partition, Epoch epoch, long? fromPosition, CancellationToken cancellation) =>
        WriteAsync("reset", () => store.ResetAsync(partition, epoch, fromPosition, cancellation));

    /// <inheritdoc/>
    public async Task<StoreReply> CopyAsync(StateCopy chunk, CancellationToken cancellation)
    {
        var reply = await WriteAsync("copy", () => store.CopyAsync(chunk, cancellation)).ConfigureAwait(false);
        metrics.StatesMoved("copy", reply == StoreReply.Ok ? chunk.States.Count : 0);
        return reply;
    }

    /// <inheritdoc/>
    public Task<StoreReply> FinishAsync(int partition, Epoch epoch, long? position, long committed, CancellationToken cancellation) =>
        WriteAsync("finish", () => store.FinishAsync(partition, epoch, position, committed, cancellation));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task<T> ReadAsync<T>(string operation, Func<Task<T>> call)
    {
        var begun = time.GetTimestamp();
        try
        {
            var answer = await call().ConfigureAwait(false);
            Answered(operation, begun, "ok");
            return answer;
        }
        catch (OutsideFault)
        {
            Unanswered(operation, begun, "failed");
            throw;
        }
    }

    private async Task<StoreReply> WriteAsync(string operation, Func<Task<StoreReply>> call)
    {
        var begun = time.GetTimestamp();
        var reply = await call().ConfigureAwait(false);
        if (reply == StoreReply.Unknown)
        {
            Unanswered(operation, begun, "unknown");
        }
        else
        {
            Answered(operation, begun, reply.ToString().ToLowerInvariant());
        }

        return reply;
    }

    private void Answered(string operation, long begun, string outcome)
    {
        Volatile.Write(ref _failingSince, 0);
        metrics.StoreCalled(operation, outcome, time.GetElapsedTime(begun));
    }

    private void Unanswered(string operation, long begun, string outcome)
    {
        Interlocked.CompareExchange(ref _failingSince, begun, 0);
        metrics.StoreCalled(operation, outcome, time.GetElapsedTime(begun));
    }
}
