using Triggers.Model.Customers;
using Triggers.Runtime.Partitions;

namespace Triggers.Tests.Partitions;

/// <summary>What a cache must know, in the plainest way: everything it was ever told, and what of it must not go.</summary>
public sealed class PlainCache
{
    private readonly Dictionary<CustomerKey, (byte[]? Blob, long Until)> _states = [];
    private long _stored = long.MinValue;

    public int Pinned => _states.Values.Count(state => state.Until > _stored);

    public IEnumerable<CustomerKey> Customers => _states.Keys;

    public void Put(CustomerKey customer, byte[]? blob, long until = long.MinValue) => _states[customer] = (blob, until);

    public void Unpin(long applied) => _stored = Math.Max(_stored, applied);

    public bool IsPinned(CustomerKey customer) => _states.TryGetValue(customer, out var state) && state.Until > _stored;

    public CacheAnswer Find(CustomerKey customer, out byte[] blob)
    {
        var found = _states.TryGetValue(customer, out var state);
        blob = state.Blob ?? [];
        return !found ? CacheAnswer.NotHere : state.Blob is null ? CacheAnswer.New : CacheAnswer.Found;
    }
}
