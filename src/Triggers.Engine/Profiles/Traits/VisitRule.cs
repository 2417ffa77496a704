using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>
/// Visits: stretches of events with no pause longer than the gap. A bucket is a visit: its first and last event and how many it had. An event that comes late can join two
/// visits. A visit is in the window when its last event is. At most 64 visits are kept: in a window the oldest
/// beyond is forgotten, for ever it is only counted.
/// </summary>
internal sealed class VisitRule(TraitPlan plan) : TraitRule(plan)
{
    private readonly long _gap = (long)plan.Gap.TotalMilliseconds;

    /// <inheritdoc/>
    public override Value Read(Series? series, StateHeap heap, Timestamp now)
    {
        var visits = series is null ? 0 : series.Count - FirstInWindow(series, now);
        return Plan.Kind switch
        {
            TraitKind.Visits => Value.Of(visits + (series is null || HasWindow ? 0 : Older(series))),
            TraitKind.PathLength => Value.Of(visits == 0 ? 0 : series![series.Count - 1].Count),
            _ when visits == 0 => Value.Absent,
            _ => Duration(series![series.Count - 1]),
        };
    }

    /// <inheritdoc/>
    protected override void Insert(Series series, StateHeap heap, long time, Value value)
    {
        var visit = new Bucket { Time = time, First = time, Count = 1 };
        for (var i = series.Count - 1; i >= 0 && series[i].Time >= visit.First - _gap; i--)
        {
            if (series[i].First <= visit.Time + _gap)
            {
                visit.Time = Math.Max(visit.Time, series[i].Time);
                Merge(ref visit, series[i], heap);
                series.RemoveAt(i);
            }
        }

        series.Insert(visit);
        if (series.Count > ExactEntries)
        {
            Forget(series);
        }
    }

    /// <summary>Visits that are remembered as a number only: in the sum of the bucket that was behind them.</summary>
    private static long Older(Series series)
    {
        var older = 0m;
        for (var i = 0; i < series.Count; i++)
        {
            older += series[i].Sum;
        }

        return (long)older;
    }

    private void Forget(Series series)
    {
        if (!HasWindow)
        {
            series[1].Sum += series[0].Sum + 1;
        }

        series.RemoveAt(0);
    }

    private static Value Duration(in Bucket visit)
    {
        var seconds = Math.DivRem(visit.Time - visit.First, 1000, out var rest);
        return Value.OfDuration(seconds, (int)rest * 1_000_000);
    }
}
