using Triggers.Language.Plan;
using Triggers.Model;

namespace Triggers.Engine.State;

/// <summary>What one trait keeps of one customer, of a trait with <c>by:</c> for one value of it: buckets in order of time. Reused by a <see cref="SeriesSet"/>.</summary>
internal sealed class Series
{
    // Traits without a window keep one bucket: it needs no array.
    private Bucket _only;
    private Bucket[]? _buckets;

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

    /// <summary>All buckets, oldest first; valid until the next change.</summary>
    public Span<Bucket> All => (_buckets is null ? new Span<Bucket>(ref _only) : _buckets)[..Count];

    /// <summary>A bucket by position, oldest first; valid until the next change.</summary>
    public ref Bucket this[int index] => ref (_buckets is null ? ref _only : ref _buckets[index]);

    /// <summary>Begins anew.</summary>
    public void Begin(StableId trait, TraitKind kind, bool isKeyed, HeapRange key)
    {
        (Trait, Kind, IsKeyed, Key, Unit, Count) = (trait, kind, isKeyed, key, default, 0);
    }

    /// <summary>Inserts a bucket behind all that are not newer, and gives its position.</summary>
    public int Insert(in Bucket bucket)
    {
        Grow();
        var all = All;
        var place = Count - 1;
        while (place > 0 && all[place - 1].Time > bucket.Time)
        {
            all[place] = all[place - 1];
            place--;
        }

        all[place] = bucket;
        return place;
    }

    /// <summary>Removes a bucket.</summary>
    public void RemoveAt(int index)
    {
        All[(index + 1)..].CopyTo(All[index..]);
        Count--;
    }

    /// <summary>Removes the buckets up to <paramref name="time"/>, inclusive.</summary>
    public void RemoveUntil(long time)
    {
        var all = All;
        var expired = 0;
        while (expired < all.Length && all[expired].Time <= time)
        {
            expired++;
        }

        if (expired > 0)
        {
            all[expired..].CopyTo(all);
            Count -= expired;
        }
    }

    /// <summary>One bucket more; what is in the last is for the caller to say.</summary>
    private void Grow()
    {
        if (Count > 0 && _buckets is null)
        {
            _buckets = [_only, default];
        }
        else if (Count == _buckets?.Length)
        {
            Array.Resize(ref _buckets, Count * 2);
        }

        Count++;
    }
}
