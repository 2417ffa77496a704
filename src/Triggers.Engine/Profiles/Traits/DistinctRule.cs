using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>How many different values a field had: each value with the time it was seen last, at most 64 of them. Beyond, the value not seen for longest is forgotten.</summary>
internal sealed class DistinctRule(TraitPlan plan) : TraitRule(plan)
{
    /// <inheritdoc/>
    public override Value Read(Series? series, StateHeap heap, Timestamp now) =>
        Value.Of(series is null ? 0L : series.Count - FirstInWindow(series, now));

    /// <inheritdoc/>
    protected override void Insert(Series series, StateHeap heap, long time, Value value)
    {
        var encoded = heap.Add(ValueOrder.Canonical(value));
        for (var i = 0; i < series.Count; i++)
        {
            if (heap[series[i].Value].SequenceEqual(heap[encoded]))
            {
                var known = series[i];
                series.RemoveAt(i);
                known.Time = Math.Max(known.Time, time);
                known.First = known.Time;
                series.Insert(known);
                return;
            }
        }

        series.Insert(new() { Time = time, First = time, Count = 1, Value = encoded });
        if (series.Count > ExactEntries)
        {
            series.RemoveAt(0);
        }
    }
}
