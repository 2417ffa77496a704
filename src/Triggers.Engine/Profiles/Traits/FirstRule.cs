using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>The value of the oldest event by event time, of two with the same time the earlier in the log; in a window the oldest that the window sees.</summary>
internal sealed class FirstRule(TraitPlan plan) : TraitRule(plan)
{
    /// <inheritdoc/>
    public override Value Read(Series? series, StateHeap heap, Timestamp now) =>
        series is not null && FirstInWindow(series, now) is var first && first < series.Count ? heap.Value(series[first].Value, Plan.Source!.Type) : Value.Absent;

    /// <inheritdoc/>
    protected override void Insert(Series series, StateHeap heap, long time, Value value)
    {
        if (HasWindow)
        {
            InsertSliced(series, new() { Time = time, First = time, Count = 1, Value = heap.Add(value) }, heap);
        }
        else if (series.Count == 0)
        {
            series.Insert(new() { Time = time, First = time, Count = 1, Value = heap.Add(value) });
        }
        else if (time < series[0].Time)
        {
            series[0] = new() { Time = time, First = time, Count = 1, Value = heap.Replace(series[0].Value, value) };
        }
    }

    /// <inheritdoc/>
    protected override void Merge(ref Bucket newer, in Bucket older, StateHeap heap)
    {
        base.Merge(ref newer, older, heap);
        newer.Value = older.Value;
    }
}
