using Triggers.Model.Customers;

namespace Triggers.Runtime.Scenarios;

/// <summary>
/// Which customers were seen. Keys are made by a keyed hash, so their lowest bits are the place in an open-addressing table: one look at memory an event, 32 to 64 bytes a
/// customer. Customers are taken in groups, whose looks at memory wait for it together and not one after the other. Not thread-safe.
/// </summary>
internal sealed class CustomerSet
{
    private const int GroupSize = 64;

    private readonly CustomerKey[] _group = new CustomerKey[GroupSize];
    private CustomerKey[] _places = new CustomerKey[1024];
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
        _group[_waiting++] = customer;
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
            touched ^= _places[(int)_group[i].Low & mask].Low;
        }

        _touched = touched;
        for (var i = 0; i < _waiting; i++)
        {
            Take(_group[i]);
        }

        _waiting = 0;
    }

    private void Take(CustomerKey customer)
    {
        // Zero marks a free place, so the customer of that key has a place of its own.
        if (customer == default)
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

    private static ref CustomerKey PlaceOf(CustomerKey[] places, CustomerKey key)
    {
        var mask = places.Length - 1;
        var at = (int)key.Low & mask;
        while (places[at] != key && places[at] != default)
        {
            at = (at + 1) & mask;
        }

        return ref places[at];
    }

    private void Grow()
    {
        var grown = new CustomerKey[_places.Length * 2];
        foreach (var key in _places)
        {
            if (key != default)
            {
                PlaceOf(grown, key) = key;
            }
        }

        _places = grown;
    }
}
