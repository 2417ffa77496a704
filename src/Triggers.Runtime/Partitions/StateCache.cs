using Triggers.Model.Customers;

namespace Triggers.Runtime.Partitions;

/// <summary>
/// The states of a partition that are at hand: blob, or "known to be new". Two generations: when the young one is full the old one's clean entries are dropped, so
/// that what is used stays (cost: one or two dictionary look-ups). States that are not stored yet are pinned. Not thread-safe.
/// </summary>
public sealed class StateCache
{
    private readonly bool _complete;
    private readonly int _generation;
    private Dictionary<CustomerKey, Entry> _young = [];
    private Dictionary<CustomerKey, Entry> _old = [];
    private long _storedUpTo = long.MinValue;

    private StateCache(bool complete, int capacity)
    {
        _complete = complete;
        _generation = Math.Max(1, capacity / 2);
    }

    /// <summary>A cache that holds every state there is: a customer it does not know is new. For runs without a store.</summary>
    public static StateCache OfEverything() => new(true, int.MaxValue);

    /// <summary>A cache of at most about <paramref name="capacity"/> clean states over a store.</summary>
    public static StateCache OverStore(int capacity) => new(false, capacity);

    /// <summary>Entries in memory, those of new customers too.</summary>
    public int Count => _young.Count + _old.Count;

    /// <summary>True when the state is at hand; <paramref name="blob"/> null: the customer is new.</summary>
    public bool TryGet(CustomerKey customer, out byte[]? blob)
    {
        if (_young.TryGetValue(customer, out var entry))
        {
            blob = entry.Blob;
            return true;
        }

        if (_old.Remove(customer, out entry))
        {
            Add(customer, entry);
            blob = entry.Blob;
            return true;
        }

        blob = null;
        return _complete;
    }

    /// <summary>True when the state is at hand; leaves its age alone.</summary>
    public bool Contains(CustomerKey customer) => _complete || _young.ContainsKey(customer) || _old.ContainsKey(customer);

    /// <summary>Takes a state as the store has it.</summary>
    public void Put(CustomerKey customer, byte[]? blob) => Add(customer, new(blob, long.MinValue));

    /// <summary>Takes a state that the store does not have yet: it stays until <see cref="Unpin"/> reaches <paramref name="until"/>.</summary>
    public void PutDirty(CustomerKey customer, byte[]? blob, long until)
    {
        _old.Remove(customer);
        Add(customer, new(blob, until));
    }

    /// <summary>The store has everything up to <paramref name="applied"/> (exclusive offset).</summary>
    public void Unpin(long applied) => _storedUpTo = Math.Max(_storedUpTo, applied);

    /// <summary>Every state at hand that is not new, in no order.</summary>
    public IEnumerable<KeyValuePair<CustomerKey, byte[]>> All() =>
        _young.Concat(_old).Where(e => e.Value.Blob is not null).Select(e => KeyValuePair.Create(e.Key, e.Value.Blob!));

    private void Add(CustomerKey customer, Entry entry)
    {
        _young[customer] = entry;
        if (_young.Count > _generation)
        {
            Age();
        }
    }

    private void Age()
    {
        foreach (var (customer, entry) in _old)
        {
            if (entry.PinnedUntil > _storedUpTo)
            {
                _young.TryAdd(customer, entry);
            }
        }

        (_old, _young) = (_young, _old);
        _young.Clear();
    }

    private readonly record struct Entry(byte[]? Blob, long PinnedUntil);
}
