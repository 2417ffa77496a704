using Triggers.Model.Customers;

namespace Triggers.Runtime.Scenarios;

/// <summary>
/// Which customers were seen. Keys are made by a keyed hash, so their lowest bits are the place in an open-addressing table: one look at memory an event, 32 to 64 bytes a
/// customer. Customers are taken in groups, whose looks at memory wait for it together and not one after the other. Not thread-safe.
/// </summary>
internal sealed class CustomerSet
{
    private const int GroupSize = 64;

    private readonly UInt128[] _group = new UInt128[GroupSize];
    private UInt128[] _places = new UInt128[1024];
    private int _waiting;
    private int _count;
    private bool _hasZero;
    private ulong _touched;

    /// <summary>How many different customers were seen.</summary>
    public int Count
    {
        get
        {
            Settle();
            return _count;
        }
    }

    /// <summary>Takes a customer; seen before or not.</summary>
    public void Add(CustomerKey customer)
    {
        _group[_waiting++] = customer.Value;
        if (_waiting == GroupSize)
        {
            Settle();
        }
    }

    private void Settle()
    {
        // Nothing depends on what is read here: it only comes into the processor's cache, all at once.
        var (mask, touched) = (_places.Length - 1, 0UL);
        for (var i = 0; i < _waiting; i++)
        {
            touched ^= (ulong)_places[(int)(ulong)_group[i] & mask];
        }

        _touched = touched;
        for (var i = 0; i < _waiting; i++)
        {
            Take(_group[i]);
        }

        _waiting = 0;
    }

    private void Take(UInt128 customer)
    {
        // Zero marks a free place, so the customer of that key has a place of its own.
        if (customer == UInt128.Zero)
        {
            _count += _hasZero ? 0 : 1;
            _hasZero = true;
            return;
        }

        ref var place = ref PlaceOf(_places, customer);
        if (place != customer)
        {
            place = customer;
            _count++;
            if (_count * 2 > _places.Length)
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
