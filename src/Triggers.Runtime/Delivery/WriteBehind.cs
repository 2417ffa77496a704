using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// K4: stores the committed batches of one partition behind the commit, in order, one at a time. A reply that is unknown means the same script again. Fenced or behind
/// means that the store is not mine any more or lost writes: everything outstanding is dropped and the partition taken over anew.
/// <see cref="Enqueue"/> is for the worker's thread, the rest for any.
/// </summary>
public sealed class WriteBehind(IStateStore store, IProtocolTrace trace, TimeProvider time, long applied, CancellationToken gone)
{
    private static readonly TimeSpan ResendDelay = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly LinkedList<StateBatch> _outstanding = [];
    private Task _running = Task.CompletedTask;
    private bool _draining;
    private long _acknowledged = applied;
    private StoreReply? _refused;
    private Exception? _defect;

    /// <summary>The store is known to have everything up to here (exclusive offset).</summary>
    public long Acknowledged
    {
        get
        {
            lock (_lock)
            {
                return _acknowledged;
            }
        }
    }

    /// <summary>Batches committed and not known to be stored.</summary>
    public int Outstanding
    {
        get
        {
            lock (_lock)
            {
                return _outstanding.Count;
            }
        }
    }

    /// <summary>Why the store refused; null: it did not. After a refusal nothing more is stored.</summary>
    public StoreReply? Refused
    {
        get
        {
            lock (_lock)
            {
                return _refused;
            }
        }
    }

    /// <summary>What the store threw although it must answer; null: nothing. After it nothing more is stored.</summary>
    public Exception? Defect
    {
        get
        {
            lock (_lock)
            {
                return _defect;
            }
        }
    }

    /// <summary>Stores a batch after those before it.</summary>
    public void Enqueue(StateBatch batch)
    {
        lock (_lock)
        {
            _outstanding.AddLast(batch);
            if (!_draining)
            {
                _draining = true;
                _running = Task.Run(DrainAsync, CancellationToken.None);
            }
        }
    }

    /// <summary>Ends when everything is stored, refused or dropped. Never fails.</summary>
    public Task Idle
    {
        get
        {
            lock (_lock)
            {
                return _running;
            }
        }
    }

    private async Task DrainAsync()
    {
        while (Next() is { } batch)
        {
            trace.Enter(ProtocolStep.Store);
            var reply = await StoreAsync(batch).ConfigureAwait(false);
            if (reply == StoreReply.Unknown && !gone.IsCancellationRequested)
            {
                await Task.Delay(ResendDelay, time, CancellationToken.None).ConfigureAwait(false);
            }
            else
            {
                Settle(batch, reply);
            }
        }
    }

    private async Task<StoreReply> StoreAsync(StateBatch batch)
    {
        try
        {
            return await store.StoreAsync(batch, gone).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return StoreReply.Unknown;
        }
        catch (Exception defect)
        {
            // Nobody awaits this task: what it threw would never be heard of, and the partition would stand still without a word.
            Fail(defect);
            return StoreReply.Behind;
        }
    }

    private StateBatch? Next()
    {
        lock (_lock)
        {
            var next = _refused is null ? _outstanding.First?.Value : null;
            _draining = next is not null;
            return next;
        }
    }

    private void Fail(Exception defect)
    {
        lock (_lock)
        {
            _defect = defect;
        }
    }

    private void Settle(StateBatch batch, StoreReply reply)
    {
        lock (_lock)
        {
            if (reply is StoreReply.Ok or StoreReply.Already)
            {
                _acknowledged = batch.To;
                _outstanding.RemoveFirst();
                return;
            }

            _refused = reply;
            _outstanding.Clear();
        }
    }
}
