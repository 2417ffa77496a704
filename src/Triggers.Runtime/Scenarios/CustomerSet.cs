using Triggers.Model.Customers;

namespace Triggers.Runtime.Scenarios;

/// <summary>
/// Which customers were seen. Keys are made by a keyed hash, so their lowest bits are the place in an open-addressing table: one look at memory an event, 32 to 64 bytes a
/// customer. Not thread-safe.
/// </summary>
internal sealed class CustomerSet
{
    private UInt128[] _places = new UInt128[1024];
    private bool _hasZero;

    /// <summary>How many different customers were seen.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a customer; seen before or not.</summary>
    public void Add(CustomerKey customer)
    {
        // Zero marks a free place, so the customer of that key has a place of its own.
        if (customer.Value == UInt128.Zero)
        {
            Count += _hasZero ? 0 : 1;
            _hasZero = true;
            return;
        }

        ref var place = ref PlaceOf(_places, customer.Value);
        if (place != customer.Value)
        {
            place = customer.Value;
            Count++;
            if (Count * 2 > _places.Length)
            {
                Grow();
            }
        }
    }

    private static ref UInt128 PlaceOf(UInt128[] places, UInt128 key)
    {
        var mask = places.Length - 1;
        var at = (int)(ulong)key & mask;
        while (places[at] != key && places[at] != UInt128.Zero)
        {
            at = (at + 1) & mask;
        }

        return ref places[at];
    }

    private void Grow()
    {
        var grown = new UInt128[_places.Length * 2];
        foreach (var key in _places)
        {
            if (key != UInt128.Zero)
            {
                PlaceOf(grown, key) = key;
            }
        }

        _places = grown;
    }
}
