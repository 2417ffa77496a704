using System.Collections.Immutable;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;

namespace Triggers.Engine.Leases;

/// <summary>
/// What a partition may spend and give out, of budgets and code pools that all customers share, and what it has. All shares of a budget together are never more than the
/// budget, and no code is in two shares: so no partition asks another. Immutable: an aborted batch goes back to the balances before it.
/// </summary>
/// <param name="Budgets">By <see cref="BudgetPlan.Id"/>.</param>
/// <param name="Pools">By <see cref="CodePoolPlan.Id"/>.</param>
public sealed record LeaseBalances(ImmutableDictionary<StableId, BudgetLease> Budgets, ImmutableDictionary<StableId, CodeLease> Pools)
{
    /// <summary>Nothing was granted.</summary>
    public static LeaseBalances None { get; } = new(ImmutableDictionary<StableId, BudgetLease>.Empty, ImmutableDictionary<StableId, CodeLease>.Empty);

    /// <summary>True when nothing was granted.</summary>
    public bool IsEmpty => Budgets.IsEmpty && Pools.IsEmpty;

    /// <summary>The same with another share.</summary>
    public LeaseBalances With(BudgetLease lease) => this with { Budgets = Budgets.SetItem(BudgetPlan.IdOf(lease.Name), lease) };

    /// <summary>The same with another share.</summary>
    public LeaseBalances With(CodeLease lease) => this with { Pools = Pools.SetItem(CodePoolPlan.IdOf(lease.Name), lease) };

    /// <summary>The same with a grant on top of what there is.</summary>
    public LeaseBalances Add(LeaseGrant grant)
    {
        var balances = this;
        foreach (var (name, amount) in grant.Budgets)
        {
            var lease = balances.Budgets.GetValueOrDefault(BudgetPlan.IdOf(name)) ?? BudgetLease.Of(name, 0);
            balances = balances.With(lease with { Granted = lease.Granted + amount });
        }

        foreach (var (name, codes) in grant.Pools)
        {
            balances = balances.With((balances.Pools.GetValueOrDefault(CodePoolPlan.IdOf(name)) ?? CodeLease.Of(name)).Add(codes));
        }

        return balances;
    }
}
