using Triggers.Model.Customers;
using Triggers.Runtime.Partitions.Slabs;

namespace Triggers.Runtime.Partitions;

/// <summary>
/// The states of a partition that are at hand: blob, or "known to be new". Blobs lie in slabs, found by open addressing: nothing is allocated for a customer, and garbage
/// collection sees a few pages (about 35 bytes a customer besides the blob; two cache misses an access). Not thread-safe.
/// </summary>
/// <remarks>
/// Over a store, when more clean states are here than the capacity allows, the hand of a clock goes round: a state that was used since it last passed gets a second chance, the
/// first other one goes (Corbató's clock, 1968). States that are not stored yet are pinned and not counted. The same calls always drop the same states.
/// </remarks>
public sealed class StateCache
{
    private readonly bool _complete;
    private readonly int _capacity;
    private readonly SlabPages _pages = new();
    private readonly LargeBlobs _large = new();
    private readonly PinnedBatches _pins = new();
    private readonly PlaceIndex _index;
    private uint _hand;

    private StateCache(bool complete, int capacity)
    {
        _complete = complete;
        _capacity = Math.Max(1, capacity);
        _index = new(_pages);
    }

    /// <summary>A cache that holds every state there is: a customer it does not know is new. For runs without a store.</summary>
    public static StateCache OfEverything() => new(true, int.MaxValue);

    /// <summary>A cache of at most <paramref name="capacity"/> clean states over a store.</summary>
    public static StateCache OverStore(int capacity) => new(false, capacity);

    /// <summary>Number of customers here, new ones and pinned ones too.</summary>
    public int Count => _index.Count;

    /// <summary>Managed bytes held: pages, index, blobs too large for a page.</summary>
    public long Bytes => _pages.Bytes + _index.Bytes + _large.Bytes + _pins.Bytes;

    private int Clean => _index.Count - _pins.Records;

    /// <summary>What is known of a customer. <paramref name="blob"/> of a <see cref="CacheAnswer.Found"/> one is valid until the next change of the cache, else empty.</summary>
    public CacheAnswer Find(CustomerKey customer, out ReadOnlySpan<byte> blob)
    {
        var row = _index.Find(customer);
        if (row < 0)
        {
            blob = default;
            return _complete ? CacheAnswer.New : CacheAnswer.NotHere;
        }

        var record = new StateRecord(_pages[_index[row]]);
        if (!_complete)
        {
            record.WasUsed = true;
        }

        blob = record.IsNew ? default : record.IsLarge ? _large[record.LargeNumber] : record.Blob;
        return record.IsNew ? CacheAnswer.New : CacheAnswer.Found;
    }

    /// <summary>True when <see cref="Find"/> has an answer; does not count as use.</summary>
    public bool Contains(CustomerKey customer) => _complete || _index.Find(customer) >= 0;

    /// <summary>Takes a copy of a state as the store has it. <paramref name="blob"/> is not a span of this cache.</summary>
    /// <exception cref="InvalidOperationException">The customer is pinned: what the store has is older.</exception>
    public void Put(CustomerKey customer, ReadOnlySpan<byte> blob) => Write(customer, blob, 0);

    /// <summary>The store has no state of this customer.</summary>
    /// <exception cref="InvalidOperationException">The customer is pinned: the store will have one.</exception>
    public void PutNew(CustomerKey customer)
    {
        var record = Reserve(customer, 0);
        Repin(record, 0);
        record.WriteNew();
    }

    /// <summary>
    /// Takes a copy of a state that the store does not have yet: it stays until <see cref="Unpin"/> reaches <paramref name="until"/> (exclusive offset), which never goes back.
    /// <paramref name="blob"/> is not a span of this cache.
    /// </summary>
    public void PutDirty(CustomerKey customer, ReadOnlySpan<byte> blob, long until) => Write(customer, blob, _pins.Add(until));

    /// <summary>The store has everything up to <paramref name="applied"/> (exclusive offset).</summary>
    public void Unpin(long applied)
    {
        _pins.Store(applied);
        Evict(_capacity);
    }

    /// <summary>Every state at hand that is not new, copied, in no order. The cache must not change meanwhile.</summary>
    public IEnumerable<KeyValuePair<CustomerKey, byte[]>> All()
    {
        uint? begin = _pages.Behind(uint.MaxValue);
        for (var place = begin; place is { } here;)
        {
            if (Copy(here) is { } state)
            {
                yield return state;
            }

            place = _pages.Behind(here);
            place = place == begin ? null : place;
        }
    }

    private KeyValuePair<CustomerKey, byte[]>? Copy(uint place)
    {
        var record = new StateRecord(_pages[place]);
        return !record.IsTaken || record.IsNew ? null
            : KeyValuePair.Create(record.Customer, record.IsLarge ? _large[record.LargeNumber].ToArray() : record.Blob.ToArray());
    }

    private void Write(CustomerKey customer, ReadOnlySpan<byte> blob, uint pin)
    {
        if (blob.Length <= StateRecord.BlobMost)
        {
            var record = Reserve(customer, blob.Length);
            Repin(record, pin);
            record.Write(blob);
            return;
        }

        var row = _index.Find(customer);
        if (row >= 0 && new StateRecord(_pages[_index[row]]) is { IsLarge: true } before)
        {
            Repin(before, pin);
            before.WasUsed = true;
            _large.Write(before.LargeNumber, blob);
            return;
        }

        var large = Reserve(customer, sizeof(int));
        Repin(large, pin);
        large.WriteLarge(_large.Add(blob));
    }

    private void Repin(StateRecord record, uint pin)
    {
        if (pin == 0 && _pins.Holds(record.Pin))
        {
            throw new InvalidOperationException($"The state of {record.Customer} is not stored yet, and an older one was put in its place.");
        }

        _pins.Release(record.Pin);
        record.Pin = pin;
    }

    /// <summary>A record of the customer with room for a blob of this length; what it held before is gone, its pin stays.</summary>
    private StateRecord Reserve(CustomerKey customer, int length)
    {
        var sizeClass = SlotSize.ClassOf(StateRecord.HeaderLength + length);
        var row = _index.Find(customer);
        if (row < 0)
        {
            Evict(_capacity - 1);
            var place = _pages.Take(sizeClass);
            var added = new StateRecord(_pages[place]);
            added.Begin(customer);
            _index.Add(customer, place);
            return added;
        }

        var here = new StateRecord(_pages[_index[row]]);
        Clear(here);
        if (_pages.ClassAt(_index[row]) == sizeClass)
        {
            return here;
        }

        var moved = _pages.Take(sizeClass);
        var record = new StateRecord(_pages[moved]);
        record.Begin(customer);
        record.Pin = here.Pin;
        here.End();
        _pages.GiveBack(_index[row]);
        _index[row] = moved;
        return record;
    }

    private void Clear(StateRecord record)
    {
        if (record.IsLarge)
        {
            _large.GiveBack(record.LargeNumber);
        }
    }

    /// <summary>Until at most so many clean states are here.</summary>
    private void Evict(int clean)
    {
        while (!_complete && Clean > clean)
        {
            _hand = _pages.Behind(_hand) ?? throw new InvalidOperationException("A cache that counts states holds none.");
            var record = new StateRecord(_pages[_hand]);
            if (!record.IsTaken || _pins.Holds(record.Pin))
            {
                continue;
            }

            if (record.WasUsed)
            {
                record.WasUsed = false;
                continue;
            }

            Clear(record);
            _index.RemoveAt(_index.Find(record.Customer));
            record.End();
            _pages.GiveBack(_hand);
        }
    }
}
