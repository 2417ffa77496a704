using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Delivery;

/// <summary>A partition that was taken over: its fold, its cache, and how far it is committed and stored. Only the worker's thread.</summary>
/// <param name="number">Partition of the log, from 0.</param>
/// <param name="epoch">Token of the take-over.</param>
/// <param name="fold">Restored to <paramref name="committed"/>.</param>
/// <param name="cache">States at hand.</param>
/// <param name="store">Writes committed batches.</param>
/// <param name="committed">Next offset to fold; everything before it is committed and stored.</param>
public sealed class RunningPartition(int number, Epoch epoch, PartitionFold fold, StateCache cache, WriteBehind store, long committed)
{
    private readonly StateOverlay _overlay = new(cache);
    private readonly FoldOutput _output = new();

    /// <summary>Partition of the log, from 0.</summary>
    public int Number { get; } = number;

    /// <summary>Token of the take-over.</summary>
    public Epoch Epoch { get; } = epoch;

    /// <summary>Folds its records.</summary>
    public PartitionFold Fold { get; } = fold;

    /// <summary>States at hand.</summary>
    public StateCache Cache { get; } = cache;

    /// <summary>Writes committed batches.</summary>
    public WriteBehind Store { get; } = store;

    /// <summary>Everything before this offset is committed.</summary>
    public long Committed { get; set; } = committed;

    /// <summary>Records fetched and not folded yet, in offset order.</summary>
    public Queue<LogRecord> Fetched { get; } = [];

    /// <summary>Nothing is folded before this moment (time-stamp of the time provider): the store did not answer.</summary>
    public long WaitsUntil { get; set; }

    /// <summary>True while nothing more is fetched because too much waits to be folded.</summary>
    public bool Held { get; set; }

    /// <summary>The tick under way; null: none.</summary>
    public Task<Timestamp>? Tick { get; set; }

    /// <summary>When the last tick was asked for, in ticks of the clock's monotonic counter.</summary>
    public long TickedAt { get; set; }

    /// <summary>The rules record under way; null: none.</summary>
    public Task<Timestamp>? Publishing { get; set; }

    /// <summary>Version of the rules record that was appended last; null: none.</summary>
    public string? PublishedVersion { get; set; }

    /// <summary>When its append was asked for, in ticks of the clock's monotonic counter.</summary>
    public long PublishedAt { get; set; }

    /// <summary>The look at the store's stamp under way; null: none.</summary>
    public Task<PartitionStamp>? Looking { get; set; }

    /// <summary>Value of <see cref="Committed"/> when that look began: an answer about another place is dropped.</summary>
    public long LookingFrom { get; set; }

    /// <summary>When the store's stamp was looked at last, in ticks of the clock's monotonic counter.</summary>
    public long LookedAt { get; set; }

    /// <summary>True when a batch can be cut now: records are there, the store is not too far behind, and nothing has to be waited for.</summary>
    public bool CanBeCut(WorkerOptions options, TimeProvider time) =>
        Fetched.Count > 0 && Store.Outstanding < options.UnstoredBatchesMax && time.GetTimestamp() >= WaitsUntil;

    /// <summary>The overlay of the batch to come; what the one before worked on is forgotten.</summary>
    public StateOverlay EmptyOverlay()
    {
        _overlay.Clear();
        return _overlay;
    }

    /// <summary>The output of the batch to come; what the one before gave is forgotten.</summary>
    public FoldOutput EmptyOutput()
    {
        _output.Clear();
        return _output;
    }
}
