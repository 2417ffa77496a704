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
    private long _longest;
    private long _last;

    /// <summary>The longest time so far.</summary>
    internal double LongestMilliseconds => Stopwatch.GetElapsedTime(0, _longest).TotalMilliseconds;

    /// <summary>Folds a batch; its states go into the cache.</summary>
    internal void Fold(ReadOnlySpan<LogRecord> records)
    {
        _batch ??= new(_states);
        foreach (var record in records)
        {
            fold.TryFold(record, _batch, _output);
            _output.Clear();
            var now = Stopwatch.GetTimestamp();
            _longest = Math.Max(_longest, _last == 0 ? 0 : now - _last);
            _last = now;
        }

        foreach (var state in _batch.Changed())
        {
            _states.Put(state.Customer, StateCodec.Encode(state));
        }

        _batch.Clear();
    }
}
