using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>The slots of one customer, ascending by trigger id, those of triggers that no rule has any more included.</summary>
internal sealed class TriggerSlots
{
    private TriggerSlot[] _slots = [];
    private Timestamp? _earliest = Timestamp.Never;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The earliest time of a calendar, or never. Asked for at every event: walks over the slots only after one of these times has changed.</summary>
    public Timestamp EarliestCalendar => _earliest ??= FindEarliest();

    /// <summary>A slot by position; valid until the next change. The time of its calendar is set by <see cref="SetNextAt"/>.</summary>
    public ref TriggerSlot this[int index] => ref _slots[index];

    /// <summary>Forgets everything.</summary>
    public void Clear() => (Count, _earliest) = (0, Timestamp.Never);

    /// <summary>Sets the time of a slot's calendar.</summary>
    public void SetNextAt(int index, Timestamp time)
    {
        _slots[index].NextAt = time;
        _earliest = null;
    }

    /// <summary>Position of a trigger's slot; negative when it has none.</summary>
    public int Find(StableId trigger)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var found = _slots[middle].Trigger.Value;
            if (found == trigger.Value)
            {
                return middle;
            }

            (low, high) = found < trigger.Value ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>The slot of a trigger, a new one when it has none; valid until the next change.</summary>
    public ref TriggerSlot GetOrAdd(StableId trigger)
    {
        var place = Find(trigger);
        if (place < 0)
        {
            place = ~place;
            if (Count == _slots.Length)
            {
                Array.Resize(ref _slots, Math.Max(2, Count * 2));
            }

            Array.Copy(_slots, place, _slots, place + 1, Count - place);
            _slots[place] = TriggerSlot.Of(trigger);
            Count++;
        }

        return ref _slots[place];
    }

    /// <summary>Removes a slot.</summary>
    public void RemoveAt(int index)
    {
        _earliest = _slots[index].NextAt == Timestamp.Never ? _earliest : null;
        Count--;
        Array.Copy(_slots, index + 1, _slots, index, Count - index);
    }

    private Timestamp FindEarliest()
    {
        var earliest = Timestamp.Never;
        for (var i = 0; i < Count; i++)
        {
            earliest = Timestamp.Min(earliest, _slots[i].NextAt);
        }

        return earliest;
    }
}
