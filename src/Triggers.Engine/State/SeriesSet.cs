using Triggers.Language.Plan;
using Triggers.Model;

namespace Triggers.Engine.State;

/// <summary>
/// The series of one customer, ascending by trait id and the bytes of the key, those of traits that no rule has any more included. Series objects are reused.
/// </summary>
internal sealed class SeriesSet(StateHeap heap)
{
    private readonly List<Series> _series = [];
    private readonly Stack<Series> _spare = [];

    /// <summary>Ascending by trait id and key.</summary>
    public IReadOnlyList<Series> All => _series;

    /// <summary>How many there are.</summary>
    public int Count => _series.Count;

    /// <summary>One by position.</summary>
    public Series this[int index] => _series[index];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (var series in _series)
        {
            _spare.Push(series);
        }

        _series.Clear();
    }

    /// <summary>The series of a trait without keys; null when it has none of this kind.</summary>
    public Series? Find(StableId trait, TraitKind kind)
    {
        var place = FirstOf(trait);
        return place < _series.Count && _series[place].Trait == trait && _series[place].Kind == kind && !_series[place].IsKeyed ? _series[place] : null;
    }

    /// <summary>Position of the first series of a trait, or of what comes behind where it would be.</summary>
    public int FirstOf(StableId trait)
    {
        var (low, high) = (0, _series.Count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_series[middle].Trait.Value < trait.Value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The series of a trait and key (empty and not keyed: none), a new one when there is none; series of another kind of the same trait go.</summary>
    public Series GetOrAdd(StableId trait, TraitKind kind, bool isKeyed, ReadOnlySpan<byte> key)
    {
        var place = FirstOf(trait);
        while (place < _series.Count && _series[place].Trait == trait)
        {
            var series = _series[place];
            if (series.Kind != kind || series.IsKeyed != isKeyed)
            {
                RemoveAt(place);
                continue;
            }

            var order = heap[series.Key].SequenceCompareTo(key);
            if (order == 0)
            {
                return series;
            }

            if (order > 0)
            {
                break;
            }

            place++;
        }

        return InsertAt(place, trait, kind, isKeyed, heap.Add(key));
    }

    /// <summary>Adds one read from a blob; false when it does not come behind those before it.</summary>
    public bool TryAppend(StableId trait, TraitKind kind, bool isKeyed, HeapRange key, out Series series)
    {
        var follows = _series.Count == 0 || _series[^1] is var last
            && (last.Trait.Value < trait.Value || (last.Trait == trait && isKeyed && heap[last.Key].SequenceCompareTo(heap[key]) < 0));
        series = InsertAt(_series.Count, trait, kind, isKeyed, key);
        return follows;
    }

    /// <summary>Removes one by position.</summary>
    public void RemoveAt(int index)
    {
        _spare.Push(_series[index]);
        _series.RemoveAt(index);
    }

    private Series InsertAt(int place, StableId trait, TraitKind kind, bool isKeyed, HeapRange key)
    {
        var series = _spare.TryPop(out var used) ? used : new Series();
        series.Begin(trait, kind, isKeyed, key);
        _series.Insert(place, series);
        return series;
    }
}
