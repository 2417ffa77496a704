using Triggers.Language.Plan;

namespace Triggers.Engine.Leases;

/// <summary>What a lease record gives to a partition, on top of what it has.</summary>
/// <param name="Budgets">Name of a budget → what may be booked in each of its periods, more than 0.</param>
/// <param name="Pools">Name of a code pool → codes that no partition ever had.</param>
public sealed record LeaseGrant(IReadOnlyList<KeyValuePair<string, decimal>> Budgets, IReadOnlyList<KeyValuePair<string, CodeRange>> Pools)
{
    /// <summary>True when it gives nothing.</summary>
    public bool IsEmpty => Budgets.Count == 0 && Pools.Count == 0;

    /// <summary>All that there is of every budget and pool of a plan, for the only partition.</summary>
    public static LeaseGrant Everything(WorkspacePlan plan)
    {
        var budgets = new List<KeyValuePair<string, decimal>>();
        foreach (var budget in plan.Budgets)
        {
            budgets.Add(new(budget.Name, budget.Limit));
        }

        var pools = new List<KeyValuePair<string, CodeRange>>();
        foreach (var pool in plan.Messaging.Pools)
        {
            pools.Add(new(pool.Name, new(0, pool.Count)));
        }

        return new(budgets, pools);
    }
}
