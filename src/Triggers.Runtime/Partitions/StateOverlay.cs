using Triggers.Engine.State;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Runtime.Partitions;

/// <summary>
/// The states that one batch works on, decoded, over the cache of what was there before. Dropped on abort; on commit its changed states become blobs. Not thread-safe.
/// </summary>
public sealed class StateOverlay(StateCache cache)
{
    private readonly Dictionary<CustomerKey, CustomerState> _open = [];
    private readonly Dictionary<CustomerKey, Timestamp> _deadlineBefore = [];
    private readonly HashSet<CustomerKey> _changed = [];
    private readonly HashSet<CustomerKey> _missing = [];

    /// <summary>Customers whose states a record needed and that are not at hand; to be loaded into the cache before the record is folded again.</summary>
    public IReadOnlyCollection<CustomerKey> Missing => _missing;

    /// <summary>Number of customers whose state changed.</summary>
    public int ChangedCount => _changed.Count;

    /// <summary>Customers whose state changed, ascending by key.</summary>
    public IEnumerable<CustomerState> Changed() => _changed.Order().Select(customer => _open[customer]);

    /// <summary>The state to work on; null when it is not at hand (it is then among <see cref="Missing"/>).</summary>
    public CustomerState? Open(CustomerKey customer)
    {
        if (_open.TryGetValue(customer, out var state))
        {
            return state;
        }

        if (!cache.TryGet(customer, out var blob))
        {
            _missing.Add(customer);
            return null;
        }

        state = blob is null ? new CustomerState(customer) : StateCodec.Decode(customer, blob);
        _open.Add(customer, state);
        _deadlineBefore.Add(customer, state.NextDeadline);
        return state;
    }

    /// <summary>The earliest deadline an open customer had before the batch.</summary>
    public Timestamp DeadlineBefore(CustomerKey customer) => _deadlineBefore[customer];

    /// <summary>Says that the state of an open customer changed.</summary>
    public void MarkChanged(CustomerKey customer) => _changed.Add(customer);

    /// <summary>The missing states were loaded.</summary>
    public void ForgetMissing() => _missing.Clear();
}
