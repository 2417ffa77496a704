using Triggers.Language.Plan;
using Triggers.Model;

namespace Triggers.Engine.State;

/// <summary>What one trait keeps of one customer, of a trait with <c>by:</c> for one value of it: buckets in order of time. Reused by a <see cref="SeriesSet"/>.</summary>
internal sealed class Series
{
    private Bucket[] _buckets = new Bucket[4];

    /// <summary>Stable id of the trait.</summary>
    public StableId Trait { get; private set; }

    /// <summary>What the trait computed when this was kept; another kind of the same name begins anew.</summary>
    public TraitKind Kind { get; private set; }

    /// <summary>True when the trait has a value for each value of something.</summary>
    public bool IsKeyed { get; private set; }

    /// <summary>That value, encoded; empty without.</summary>
    public HeapRange Key { get; private set; }

    /// <summary>Currency of the sums as text; empty when they are no money.</summary>
    public HeapRange Unit { get; set; }

    /// <summary>How many buckets there are.</summary>
    public int Count { get; private set; }

    /// <summary>A bucket by position, oldest first; valid until the next change.</summary>
    public ref Bucket this[int index] => ref _buckets[index];

    /// <summary>Begins anew.</summary>
    public void Begin(StableId trait, TraitKind kind, bool isKeyed, HeapRange key)
    {
        (Trait, Kind, IsKeyed, Key, Unit, Count) = (trait, kind, isKeyed, key, default, 0);
    }

    /// <summary>Inserts a bucket behind all that are not newer, and gives its position.</summary>
    public int Insert(in Bucket bucket)
    {
        if (Count == _buckets.Length)
        {
            Array.Resize(ref _buckets, Count * 2);
        }

        var place = Count;
        while (place > 0 && _buckets[place - 1].Time > bucket.Time)
        {
            _buckets[place] = _buckets[place - 1];
            place--;
        }

        _buckets[place] = bucket;
        Count++;
        return place;
    }

    /// <summary>Removes a bucket.</summary>
    public void RemoveAt(int index)
    {
        Count--;
        Array.Copy(_buckets, index + 1, _buckets, index, Count - index);
    }

    /// <summary>Removes the buckets up to <paramref name="time"/>, inclusive.</summary>
    public void RemoveUntil(long time)
    {
        var expired = 0;
        while (expired < Count && _buckets[expired].Time <= time)
        {
            expired++;
        }

        if (expired > 0)
        {
            Count -= expired;
            Array.Copy(_buckets, expired, _buckets, 0, Count);
        }
    }
}
