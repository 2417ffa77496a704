using Triggers.Language.Plan.Messaging;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.Leases;

/// <summary>
/// What a partition may spend and give out, of budgets and code pools that all customers share, and what it has. All shares of a budget together are never more than the
/// budget, and no code is in two shares: so no partition asks another. Steps of all customers draw on it. Not thread-safe.
/// </summary>
public sealed class LeaseBook
{
    private readonly Dictionary<StableId, BudgetLease> _budgets = [];
    private readonly Dictionary<StableId, CodeLease> _pools = [];

    /// <summary>True when nothing was granted.</summary>
    public bool IsEmpty => _budgets.Count == 0 && _pools.Count == 0;

    /// <summary>The shares of budgets, by name.</summary>
    public IEnumerable<BudgetLease> Budgets => _budgets.Values.OrderBy(lease => lease.Name, StringComparer.Ordinal);

    /// <summary>The shares of code pools, by name.</summary>
    public IEnumerable<CodeLease> Pools => _pools.Values.OrderBy(lease => lease.Name, StringComparer.Ordinal);

    /// <summary>The share of a budget; null when none was ever granted.</summary>
    public BudgetLease? Find(BudgetPlan budget) => _budgets.GetValueOrDefault(budget.Id);

    /// <summary>The share of a pool; null when none was ever granted.</summary>
    public CodeLease? Find(CodePoolPlan pool) => _pools.GetValueOrDefault(pool.Id);

    /// <summary>Sets the share of a budget to what it was.</summary>
    public void Put(BudgetLease lease) => _budgets[BudgetPlan.IdOf(lease.Name)] = lease;

    /// <summary>Sets the share of a pool to what it was.</summary>
    public void Put(CodeLease lease) => _pools[CodePoolPlan.IdOf(lease.Name)] = lease;

    /// <summary>Adds a grant to what there is.</summary>
    public void Add(LeaseGrant grant)
    {
        foreach (var (name, amount) in grant.Budgets)
        {
            var lease = _budgets.GetValueOrDefault(BudgetPlan.IdOf(name)) ?? new(name);
            lease.Granted += amount;
            Put(lease);
        }

        foreach (var (name, codes) in grant.Pools)
        {
            var lease = _pools.GetValueOrDefault(CodePoolPlan.IdOf(name)) ?? new(name);
            lease.Add(codes);
            Put(lease);
        }
    }

    /// <summary>The same, to be changed on its own: what an aborted batch goes back to.</summary>
    public LeaseBook Copy()
    {
        var copy = new LeaseBook();
        foreach (var lease in _budgets.Values)
        {
            copy.Put(lease.Copy());
        }

        foreach (var lease in _pools.Values)
        {
            copy.Put(lease.Copy());
        }

        return copy;
    }

    /// <summary>Books an amount in a period that is not over at <paramref name="now"/>.</summary>
    internal void Book(StableId budget, Timestamp period, decimal amount, Timestamp now)
    {
        var lease = _budgets[budget];
        lease.Forget(now);
        lease.Book(period, amount);
    }

    /// <summary>Gives an amount back; nothing happens when the period is over or the share is gone.</summary>
    internal void GiveBack(StableId budget, Timestamp period, decimal amount)
    {
        if (_budgets.TryGetValue(budget, out var lease) && lease.BookedIn(period) >= amount)
        {
            lease.Book(period, -amount);
        }
    }

    /// <summary>Takes the next code out.</summary>
    internal void Draw(StableId pool) => _pools[pool].Draw();

    /// <summary>Puts a code back that nobody has seen.</summary>
    internal void PutBack(StableId pool, int code)
    {
        if (_pools.TryGetValue(pool, out var lease))
        {
            lease.Add(new(code, code + 1));
        }
    }
}
