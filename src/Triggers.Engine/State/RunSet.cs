using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>
/// The runs of one customer in the order in which they fire: deadline, trigger, key, start, cause. Runs that are equal in all of these fire in the order in which they
/// began. A customer has few: looking for one is a walk over all.
/// </summary>
internal sealed class RunSet(StateHeap heap)
{
    private Run[] _runs = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first deadline, or never.</summary>
    public Timestamp Earliest => Count > 0 ? _runs[0].Deadline : Timestamp.Never;

    /// <summary>A run by position, in firing order; valid until the next change.</summary>
    public ref readonly Run this[int index] => ref _runs[index];

    /// <summary>Forgets everything.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a run behind those that fire before it or began before it.</summary>
    public void Add(in Run run)
    {
        if (Count == _runs.Length)
        {
            Array.Resize(ref _runs, Math.Max(1, Count * 2));
        }

        var place = Count;
        while (place > 0 && Compare(_runs[place - 1], run) > 0)
        {
            _runs[place] = _runs[place - 1];
            place--;
        }

        _runs[place] = run;
        Count++;
    }

    /// <summary>Takes out the first run.</summary>
    public Run TakeFirst()
    {
        var first = _runs[0];
        RemoveAt(0);
        return first;
    }

    /// <summary>Removes a run by position.</summary>
    public void RemoveAt(int index)
    {
        Count--;
        Array.Copy(_runs, index + 1, _runs, index, Count - index);
    }

    /// <summary>True when the run at a position is one of this trigger and, unless <paramref name="anyKey"/>, of this key.</summary>
    public bool Is(int index, StableId trigger, bool anyKey, ReadOnlySpan<byte> key) =>
        _runs[index].Trigger == trigger && (anyKey || heap[_runs[index].Key].SequenceEqual(key));

    /// <summary>True when a run of this trigger is under way, whatever its key.</summary>
    public bool Any(StableId trigger)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_runs[i].Trigger == trigger)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which of two runs fires first.</summary>
    private int Compare(in Run left, in Run right)
    {
        var order = left.Deadline.CompareTo(right.Deadline);
        order = order != 0 ? order : left.Trigger.Value.CompareTo(right.Trigger.Value);
        order = order != 0 ? order : heap[left.Key].SequenceCompareTo(heap[right.Key]);
        order = order != 0 ? order : left.StartedAt.CompareTo(right.StartedAt);
        return order != 0 ? order : heap[left.Cause].SequenceCompareTo(heap[right.Cause]);
    }
}
