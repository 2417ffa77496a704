using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>The smallest or the greatest value of a field.</summary>
internal sealed class ExtremeRule(TraitPlan plan) : TraitRule(plan)
{
    private readonly bool _isMax = plan.Kind == TraitKind.Max;

    /// <inheritdoc/>
    public override Value Read(Series? series, StateHeap heap, Timestamp now)
    {
        var extreme = Value.Absent;
        for (var i = series is null ? 0 : FirstInWindow(series, now); i < (series?.Count ?? 0); i++)
        {
            extreme = Better(extreme, heap.Value(series![i].Value, Plan.Source!.Type));
        }

        return extreme;
    }

    /// <inheritdoc/>
    protected override void Insert(Series series, StateHeap heap, long time, Value value)
    {
        var entry = new Bucket { Time = time, First = time, Count = 1, Value = heap.Add(value) };
        if (HasWindow || series.Count == 0)
        {
            InsertSliced(series, entry, heap);
            return;
        }

        entry.Time = Math.Max(time, series[0].Time);
        Merge(ref entry, series[0], heap);
        series[0] = entry;
    }

    /// <inheritdoc/>
    protected override void Merge(ref Bucket newer, in Bucket older, StateHeap heap)
    {
        base.Merge(ref newer, older, heap);
        var type = Plan.Source!.Type;
        var (left, right) = (heap.Value(newer.Value, type), heap.Value(older.Value, type));
        newer.Value = Better(left, right) == right && left != right ? older.Value : newer.Value;
    }

    private Value Better(Value left, Value right) => !left.IsPresent ? right
        : !right.IsPresent ? left
        : ValueOrder.Compare(left, right) is var order && (_isMax ? order >= 0 : order <= 0) ? left
        : right;
}
