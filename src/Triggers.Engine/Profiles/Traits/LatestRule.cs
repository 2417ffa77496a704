using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>The value of the newest event by event time: an older one that comes after it changes nothing, of two with the same time the later in the log stays.</summary>
internal sealed class LatestRule(TraitPlan plan) : TraitRule(plan)
{
    /// <inheritdoc/>
    public override Value Read(Series? series, StateHeap heap, Timestamp now) =>
        series is not null && FirstInWindow(series, now) < series.Count ? heap.Value(series[series.Count - 1].Value, Plan.Source!.Type) : Value.Absent;

    /// <inheritdoc/>
    protected override void Insert(Series series, StateHeap heap, long time, Value value)
    {
        if (series.Count == 0)
        {
            series.Insert(new() { Time = time, First = time, Count = 1, Value = heap.Add(value) });
        }
        else if (series[0].Time <= time)
        {
            series[0] = new() { Time = time, First = time, Count = 1, Value = heap.Replace(series[0].Value, value) };
        }
    }
}
