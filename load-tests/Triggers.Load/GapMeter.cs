using System.Diagnostics;
using Triggers.Engine.State;
using Triggers.Model.Log;
using Triggers.Runtime.Partitions;

namespace Triggers.Load;

/// <summary>Folds batches of records as a worker does, and remembers the longest time between the ends of two of them.</summary>
internal sealed class GapMeter(PartitionFold fold)
{
    private readonly StateCache _states = StateCache.OfEverything();
    private readonly FoldOutput _output = new();
    private StateOverlay? _batch;
    private long _last;
    private TimeSpan _lastPauses;

    /// <summary>The longest time so far, and what of it garbage collection stopped the thread.</summary>
    internal Gap Longest { get; private set; }

    /// <summary>Folds a batch; its states go into the cache.</summary>
    internal void Fold(ReadOnlySpan<LogRecord> records)
    {
        _batch ??= new(_states);
        foreach (var record in records)
        {
            fold.TryFold(record, _batch, _output);
            _output.Clear();
            Measure(Stopwatch.GetTimestamp(), GC.GetTotalPauseDuration());
        }

        foreach (var state in _batch.Changed())
        {
            _states.Put(state.Customer, StateCodec.Encode(state));
        }

        _batch.Clear();
    }

    private void Measure(long now, TimeSpan pauses)
    {
        var gap = _last == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_last, now);
        if (gap.TotalMilliseconds > Longest.Milliseconds)
        {
            Longest = new(gap.TotalMilliseconds, (pauses - _lastPauses).TotalMilliseconds);
        }

        (_last, _lastPauses) = (now, pauses);
    }
}
