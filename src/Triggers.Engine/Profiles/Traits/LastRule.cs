using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>The newest values of a field, newest first; of two with the same time the later in the log is newer.</summary>
internal sealed class LastRule(TraitPlan plan) : TraitRule(plan)
{
    /// <inheritdoc/>
    public override Value Read(Series? series, StateHeap heap, Timestamp now)
    {
        var values = new List<Value>();
        for (var i = series is null ? -1 : series.Count - 1; i >= 0 && i >= FirstInWindow(series!, now) && values.Count < Plan.Keep; i--)
        {
            values.Add(heap.Value(series![i].Value, Plan.Source!.Type));
        }

        values.RemoveAll(v => !v.IsPresent);
        return Value.OfList(values);
    }

    /// <inheritdoc/>
    protected override void Insert(Series series, StateHeap heap, long time, Value value)
    {
        series.Insert(new() { Time = time, First = time, Count = 1, Value = heap.Add(value) });
        while (series.Count > Plan.Keep)
        {
            series.RemoveAt(0);
        }
    }
}
