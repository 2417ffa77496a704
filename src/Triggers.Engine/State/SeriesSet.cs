using Triggers.Language.Plan;
using Triggers.Model;

namespace Triggers.Engine.State;

/// <summary>
/// The series of one customer, ascending by trait id and the bytes of the key, those of traits that no rule has any more included. They are looked for several times an event:
/// their ids lie side by side. Series objects are reused.
/// </summary>
internal sealed class SeriesSet(StateHeap heap)
{
    private const int FewTraits = 8;

    private ulong[] _traits = [];
    private Series?[] _series = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One by position.</summary>
    public Series this[int index] => _series[index]!;

    /// <summary>Forgets everything. What lies behind the last series is used again.</summary>
    public void Clear() => Count = 0;

    /// <summary>The series of a trait without keys; null when it has none of this kind.</summary>
    public Series? Find(StableId trait, TraitKind kind)
    {
        var place = FirstOf(trait);
        return IsOf(place, trait) && _series[place] is { IsKeyed: false } series && series.Kind == kind ? series : null;
    }

    /// <summary>Position of the first series of a trait, or of what comes behind where it would be.</summary>
    public int FirstOf(StableId trait)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_traits[middle] < trait.Value)
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

    /// <summary>True when there is a series at a position, and it is one of this trait.</summary>
    public bool IsOf(int index, StableId trait) => index < Count && _traits[index] == trait.Value;

    /// <summary>The series of a trait and key (empty and not keyed: none), a new one when there is none; series of another kind of the same trait go.</summary>
    public Series GetOrAdd(StableId trait, TraitKind kind, bool isKeyed, ReadOnlySpan<byte> key)
    {
        var place = FirstOf(trait);
        while (IsOf(place, trait))
        {
            var series = this[place];
            if (series.Kind != kind || series.IsKeyed != isKeyed)
            {
                RemoveAt(place);
                continue;
            }

            var order = isKeyed ? heap[series.Key].SequenceCompareTo(key) : 0;
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
        var follows = Count == 0 || this[Count - 1] is var last
            && (last.Trait.Value < trait.Value || (last.Trait == trait && isKeyed && heap[last.Key].SequenceCompareTo(heap[key]) < 0));
        series = InsertAt(Count, trait, kind, isKeyed, key);
        return follows;
    }

    /// <summary>Removes one by position.</summary>
    public void RemoveAt(int index)
    {
        var removed = _series[index];
        Count--;
        Array.Copy(_traits, index + 1, _traits, index, Count - index);
        Array.Copy(_series, index + 1, _series, index, Count - index);
        _series[Count] = removed;
    }

    private Series InsertAt(int place, StableId trait, TraitKind kind, bool isKeyed, HeapRange key)
    {
        if (Count == _series.Length)
        {
            Array.Resize(ref _traits, Math.Max(FewTraits, Count * 2));
            Array.Resize(ref _series, _traits.Length);
        }

        var series = _series[Count] ?? new();
        Array.Copy(_traits, place, _traits, place + 1, Count - place);
        Array.Copy(_series, place, _series, place + 1, Count - place);
        (_traits[place], _series[place]) = (trait.Value, series);
        Count++;
        series.Begin(trait, kind, isKeyed, key);
        return series;
    }
}
