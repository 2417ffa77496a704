using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>
/// The most frequent values of a field, most frequent first; of two equally frequent ones the one seen last. In a window beyond the exact entries those of one value and
/// slice become one, 128 in all; for ever each value has its count, 64 values in all: beyond, the rarest, of equally rare ones the one not seen for longest, is forgotten.
/// </summary>
internal sealed class TopRule(TraitPlan plan) : TraitRule(plan)
{
    private const int MostBuckets = 2 * ExactEntries;

    private readonly List<(HeapRange Value, long Count, long Time)> _counts = [];

    /// <inheritdoc/>
    public override Value Read(Series? series, StateHeap heap, Timestamp now)
    {
        if (series is null)
        {
            return Value.OfList([]);
        }

        _counts.Clear();
        for (var i = FirstInWindow(series, now); i < series.Count; i++)
        {
            Count(heap, series[i]);
        }

        _counts.Sort((left, right) =>
        {
            var order = right.Count.CompareTo(left.Count);
            order = order != 0 ? order : right.Time.CompareTo(left.Time);
            return order != 0 ? order : heap[left.Value].SequenceCompareTo(heap[right.Value]);
        });
        return Value.OfList([.. _counts.Take(Plan.Keep).Select(c => heap.Value(c.Value, Plan.Source!.Type)).Where(v => v.IsPresent)]);
    }

    /// <inheritdoc/>
    protected override void Insert(Series series, StateHeap heap, long time, Value value)
    {
        var entry = new Bucket { Time = time, First = time, Count = 1, Value = heap.Add(ValueOrder.Canonical(value)) };
        if (!HasWindow)
        {
            Join(series, heap, entry);
            return;
        }

        series.Insert(entry);
        if (series.Count > ExactEntries && !MergeOne(series, heap) && series.Count > MostBuckets)
        {
            series.RemoveAt(0);
        }
    }

    private void Count(StateHeap heap, in Bucket bucket)
    {
        for (var i = 0; i < _counts.Count; i++)
        {
            if (heap[_counts[i].Value].SequenceEqual(heap[bucket.Value]))
            {
                _counts[i] = (bucket.Value, _counts[i].Count + bucket.Count, Math.Max(_counts[i].Time, bucket.Time));
                return;
            }
        }

        _counts.Add((bucket.Value, bucket.Count, bucket.Time));
    }

    private static void Join(Series series, StateHeap heap, Bucket entry)
    {
        var rarest = 0;
        for (var i = 0; i < series.Count; i++)
        {
            if (heap[series[i].Value].SequenceEqual(heap[entry.Value]))
            {
                entry.Count += series[i].Count;
                entry.Time = Math.Max(entry.Time, series[i].Time);
                entry.First = entry.Time;
                series.RemoveAt(i);
                series.Insert(entry);
                return;
            }

            rarest = series[i].Count < series[rarest].Count ? i : rarest;
        }

        if (series.Count == ExactEntries)
        {
            series.RemoveAt(rarest);
        }

        series.Insert(entry);
    }

    /// <summary>Merges the oldest two buckets of one slice and value; false when there are none.</summary>
    private bool MergeOne(Series series, StateHeap heap)
    {
        for (var i = 0; i < series.Count; i++)
        {
            var slice = SliceOf(series[i].Time);
            for (var j = i + 1; j < series.Count && SliceOf(series[j].Time) == slice; j++)
            {
                if (heap[series[i].Value].SequenceEqual(heap[series[j].Value]))
                {
                    Merge(ref series[j], series[i], heap);
                    series.RemoveAt(i);
                    return true;
                }
            }
        }

        return false;
    }
}
