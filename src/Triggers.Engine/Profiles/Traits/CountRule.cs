using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>How many events.</summary>
internal sealed class CountRule(TraitPlan plan) : TraitRule(plan)
{
    /// <inheritdoc/>
    public override Value Read(Series? series, StateHeap heap, Timestamp now)
    {
        var count = 0L;
        foreach (ref readonly var bucket in InWindow(series, now))
        {
            count += bucket.Count;
        }

        return Value.Of(count);
    }

    /// <inheritdoc/>
    protected override void Insert(Series series, StateHeap heap, long time, Value value)
    {
        var entry = new Bucket { Time = time, First = time, Count = 1 };
        if (HasWindow || series.Count == 0)
        {
            InsertSliced(series, entry, heap);
            return;
        }

        entry.Time = Math.Max(time, series[0].Time);
        Merge(ref entry, series[0], heap);
        series[0] = entry;
    }
}
