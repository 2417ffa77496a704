using Triggers.Model;

namespace Triggers.Engine.State;

/// <summary>The trait values of one customer, ascending by trait id, those of traits that no rule has any more included.</summary>
internal sealed class TraitSlots
{
    private readonly List<TraitSlot> _slots = [];

    /// <summary>Ascending by id.</summary>
    public IReadOnlyList<TraitSlot> All => _slots;

    /// <summary>The slot of this trait; false when it has no value.</summary>
    public bool TryGet(StableId id, out TraitSlot slot)
    {
        var place = Find(id);
        slot = place >= 0 ? _slots[place] : default;
        return place >= 0;
    }

    /// <summary>Sets the slot of a trait.</summary>
    public void Set(TraitSlot slot)
    {
        var place = Find(slot.Id);
        if (place >= 0)
        {
            _slots[place] = slot;
        }
        else
        {
            _slots.Insert(~place, slot);
        }
    }

    private int Find(StableId id)
    {
        var (low, high) = (0, _slots.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var found = _slots[middle].Id.Value;
            if (found == id.Value)
            {
                return middle;
            }

            (low, high) = found < id.Value ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
