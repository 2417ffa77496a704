using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;

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
    private readonly Dictionary<long, Task<Ruleset>> _coming = [];
    private readonly Queue<LogRecord> _fetched = [];

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

    /// <summary>Records fetched and not committed yet, in offset order.</summary>
    public IReadOnlyCollection<LogRecord> Fetched => _fetched;

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
        _fetched.TryPeek(out var first) && IsReady(first) && Store.Outstanding < options.UnstoredBatchesMax && time.GetTimestamp() >= WaitsUntil;

    /// <summary>A record was fetched. Rules are made beside the worker's thread from now on.</summary>
    public void Take(in LogRecord record)
    {
        _fetched.Enqueue(record);
        if (record.Kind == RecordKind.Rules)
        {
            _coming[record.Offset] = Fold.PrepareAsync(record);
        }
    }

    /// <summary>False for a rules record whose rules are still being made: nothing from it on is folded until they are.</summary>
    public bool IsReady(in LogRecord record) => record.Kind != RecordKind.Rules || _coming[record.Offset].IsCompleted;

    /// <summary>The rules of a fetched rules record.</summary>
    public Task<Ruleset> RulesOf(in LogRecord record) => _coming[record.Offset];

    /// <summary>The first <paramref name="count"/> fetched records are committed.</summary>
    public void Drop(int count)
    {
        for (var left = count; left > 0; left--)
        {
            _coming.Remove(_fetched.Dequeue().Offset);
        }
    }

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
