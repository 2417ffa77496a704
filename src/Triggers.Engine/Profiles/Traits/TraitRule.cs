using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>
/// How one kind of trait is kept and read. Windows are (t − window, t]; a series keeps each event as an entry of its own up to <see cref="ExactEntries"/>, then the oldest
/// entries of one slice (1/64 of the window) become one bucket, which leaves the window with its newest event.
/// </summary>
/// <param name="plan">The trait.</param>
internal abstract class TraitRule(TraitPlan plan)
{
    /// <summary>So many entries of a window are exact.</summary>
    public const int ExactEntries = 64;

    /// <summary>The trait.</summary>
    public TraitPlan Plan { get; } = plan;

    /// <summary>Where its values are in an event; null when it is about whole events.</summary>
    public TraitSource? Source { get; } = plan.Source is null ? null : new(plan.Source);

    /// <summary>Length of the window in milliseconds; <see cref="long.MaxValue"/>: for ever.</summary>
    protected long Window { get; } = plan.Window is { } window ? (long)window.TotalMilliseconds : long.MaxValue;

    /// <summary>True when time alone can change what it says.</summary>
    public bool HasWindow => Window != long.MaxValue;

    /// <summary>Takes an event's value (absent for traits about whole events) at its event time, which is not after <paramref name="now"/>.</summary>
    public void Add(Series series, StateHeap heap, Timestamp now, Timestamp time, Value value)
    {
        Expire(series, now);
        if (time.UnixMilliseconds > ExpiredAt(now))
        {
            Insert(series, heap, time.UnixMilliseconds, value);
        }
    }

    /// <summary>What the trait says at <paramref name="now"/>; null series: nothing was kept. Errors are values.</summary>
    public abstract Value Read(Series? series, StateHeap heap, Timestamp now);

    /// <summary>Drops what no window at <paramref name="now"/> or later can see.</summary>
    public void Expire(Series series, Timestamp now)
    {
        if (HasWindow)
        {
            series.RemoveUntil(ExpiredAt(now));
        }
    }

    /// <summary>The next time after <paramref name="now"/> at which time alone changes what the series says; never when it cannot.</summary>
    public Timestamp ChangesAfter(Series series, Timestamp now)
    {
        if (!HasWindow)
        {
            return Timestamp.Never;
        }

        var first = FirstInWindow(series, now);
        return first < series.Count ? new(series[first].Time + Window) : Timestamp.Never;
    }

    /// <summary>Takes a value that the window can see.</summary>
    protected abstract void Insert(Series series, StateHeap heap, long time, Value value);

    /// <summary>The buckets in the window; none of a null series.</summary>
    protected ReadOnlySpan<Bucket> InWindow(Series? series, Timestamp now) => series is null ? [] : series.All[FirstInWindow(series, now)..];

    /// <summary>Position of the first bucket in the window.</summary>
    protected int FirstInWindow(Series series, Timestamp now)
    {
        if (!HasWindow)
        {
            return 0;
        }

        var (first, expired) = (0, ExpiredAt(now));
        var all = series.All;
        while (first < all.Length && all[first].Time <= expired)
        {
            first++;
        }

        return first;
    }

    /// <summary>Inserts an entry; beyond the exact ones the two oldest neighbours of one slice become one.</summary>
    protected void InsertSliced(Series series, in Bucket entry, StateHeap heap)
    {
        series.Insert(entry);
        if (series.Count <= ExactEntries)
        {
            return;
        }

        for (var i = 1; i < series.Count; i++)
        {
            if (SliceOf(series[i - 1].Time) == SliceOf(series[i].Time))
            {
                Merge(ref series[i], series[i - 1], heap);
                series.RemoveAt(i - 1);
                return;
            }
        }
    }

    /// <summary>Adds an older bucket to a newer one.</summary>
    protected virtual void Merge(ref Bucket newer, in Bucket older, StateHeap heap)
    {
        newer.Count += older.Count;
        newer.Sum += older.Sum;
        newer.First = Math.Min(newer.First, older.First);
    }

    /// <summary>The slice that a time lies in.</summary>
    protected long SliceOf(long time)
    {
        var slice = Math.Max(1, Window / ExactEntries);
        return time >= 0 ? time / slice : ((time + 1) / slice) - 1;
    }

    private long ExpiredAt(Timestamp now) => HasWindow ? now.UnixMilliseconds - Window : long.MinValue;
}
