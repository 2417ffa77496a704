using Triggers.Language.Plan.Messaging;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.Leases;

/// <summary>The leases of one partition, which steps of all its customers draw on. Not thread-safe.</summary>
public sealed class LeaseBook
{
    /// <summary>What there is now; set to what it was to undo what was drawn since.</summary>
    public LeaseBalances Balances { get; set; } = LeaseBalances.None;

    /// <summary>The share of a budget; null when none was ever granted.</summary>
    internal BudgetLease? Find(BudgetPlan budget) => Balances.Budgets.GetValueOrDefault(budget.Id);

    /// <summary>The share of a pool; null when none was ever granted.</summary>
    internal CodeLease? Find(CodePoolPlan pool) => Balances.Pools.GetValueOrDefault(pool.Id);

    /// <summary>Books an amount in a period that is not over at <paramref name="now"/>.</summary>
    internal void Book(StableId budget, Timestamp period, decimal amount, Timestamp now) =>
        Balances = Balances.With(Balances.Budgets[budget].Forget(now).Book(period, amount));

    /// <summary>Gives an amount back; nothing happens when the period is over or the share is gone.</summary>
    internal void GiveBack(StableId budget, Timestamp period, decimal amount)
    {
        if (Balances.Budgets.TryGetValue(budget, out var lease) && lease.BookedIn(period) >= amount)
        {
            Balances = Balances.With(lease.Book(period, -amount));
        }
    }

    /// <summary>Takes the next code out.</summary>
    internal void Draw(StableId pool) => Balances = Balances.With(Balances.Pools[pool].Draw());

    /// <summary>Puts a code back that nobody has seen.</summary>
    internal void PutBack(StableId pool, int code)
    {
        if (Balances.Pools.TryGetValue(pool, out var lease))
        {
            Balances = Balances.With(lease.Add(new(code, code + 1)));
        }
    }
}
