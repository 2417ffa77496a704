using System.Runtime.InteropServices;
using Triggers.Engine.State;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Runtime.Partitions;

/// <summary>
/// The states that one batch works on, decoded, over the cache of what was there before. Dropped on abort; on commit its changed states become blobs. Used for batch after
/// batch: <see cref="Clear"/> empties it. Not thread-safe.
/// </summary>
public sealed class StateOverlay(StateCache cache)
{
    private readonly OpenStates _open = new();
    private readonly List<CustomerState> _changed = [];
    private readonly HashSet<CustomerKey> _missing = [];
    private readonly SpareStates _spare = new();
    private bool _isSorted = true;

    /// <summary>Customers whose states a record needed and that are not at hand; to be loaded into the cache before the record is folded again.</summary>
    public IReadOnlyCollection<CustomerKey> Missing => _missing;

    /// <summary>Number of customers whose state changed.</summary>
    public int ChangedCount => _changed.Count;

    /// <summary>States that changed, ascending by customer; valid until the next change.</summary>
    public ReadOnlySpan<CustomerState> Changed()
    {
        if (!_isSorted)
        {
            _changed.Sort(static (left, right) => left.Customer.CompareTo(right.Customer));
            _isSorted = true;
        }

        return CollectionsMarshal.AsSpan(_changed);
    }

    /// <summary>The same in the order in which they changed first, for who does not care.</summary>
    public ReadOnlySpan<CustomerState> ChangedUnsorted => CollectionsMarshal.AsSpan(_changed);

    /// <summary>The state to work on; null when it is not at hand (it is then among <see cref="Missing"/>).</summary>
    public CustomerState? Open(CustomerKey customer) => _open.Find(customer) ?? OpenAnew(customer);

    /// <summary>Number of open states.</summary>
    public int OpenCount => _open.Count;

    /// <summary>The earliest deadline an open customer had before the batch.</summary>
    public Timestamp DeadlineBefore(CustomerKey customer) => _open.DeadlineBefore(customer);

    /// <summary>Says that a state that <see cref="Open"/> gave changed.</summary>
    public void MarkChanged(CustomerState state)
    {
        if (!state.IsChanged)
        {
            state.IsChanged = true;
            _changed.Add(state);
            _isSorted = false;
        }
    }

    /// <summary>The missing states were loaded.</summary>
    public void ForgetMissing() => _missing.Clear();

    /// <summary>Forgets the batch; its room stays, and its states are used for other customers.</summary>
    public void Clear()
    {
        // Backwards: the busiest customers are opened first in every batch, and find the states that have grown for them.
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            _spare.Add(_open[i]);
        }

        _open.Clear();
        _changed.Clear();
        _missing.Clear();
        _isSorted = true;
    }

    private CustomerState? OpenAnew(CustomerKey customer)
    {
        var answer = cache.Find(customer, out var blob);
        if (answer == CacheAnswer.NotHere)
        {
            _missing.Add(customer);
            return null;
        }

        var state = _spare.Take(blob.Length) ?? new CustomerState(customer);
        if (answer == CacheAnswer.New)
        {
            state.Reset(customer);
        }
        else
        {
            StateCodec.Decode(customer, blob, state);
        }

        _open.Add(state);
        return state;
    }
}
