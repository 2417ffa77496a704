using Triggers.Language.Plan;
using Triggers.Language.Schema;
using Triggers.Runtime.Ports;

namespace Triggers.Hosting.Serving;

/// <summary>What runs over files and cannot be served.</summary>
public static class LiveLimits
{
    /// <summary>Refuses a workspace that asks for it.</summary>
    /// <exception cref="OutsideFault">Says what, and what to do instead.</exception>
    public static void Check(WorkspacePlan plan)
    {
        RefuseCsv(plan);
        RefuseGroups(plan);
        RefuseShares(plan);
    }

    /// <summary>A row means nothing without its header line, and a topic has none.</summary>
    private static void RefuseCsv(WorkspacePlan plan)
    {
        if (plan.Catalogue.Sources.FirstOrDefault(s => s.Format == SourceFormat.Csv) is { } source)
        {
            throw new OutsideFault(
                $"The workspace reads topic {source.Topic} as CSV, which is read from files only.",
                "Write JSON objects to the topic, and `format: json` into its mapping in events.yaml.");
        }
    }

    /// <summary>Rows of one event may be far apart in a topic, and ingest keeps nothing between its transactions.</summary>
    private static void RefuseGroups(WorkspacePlan plan)
    {
        if (plan.Catalogue.Sources.FirstOrDefault(s => s.Group is not null) is { } source)
        {
            throw new OutsideFault(
                $"The workspace groups the rows of topic {source.Topic}, which is done for files only.",
                "Write one record an event to the topic, and remove `group` from its mapping in events.yaml.");
        }
    }

    /// <summary>Partitions would have to agree on who spends what: until their leases circulate, a budget could be overrun or a code given twice.</summary>
    private static void RefuseShares(WorkspacePlan plan)
    {
        if (plan.Budgets.FirstOrDefault() is { } budget)
        {
            throw new OutsideFault(
                $"The workspace has the budget `{budget.Name}`, which all customers share; budgets are kept in runs over files only.",
                "Remove it (`budget` of offers and triggers, `budgets` in policies.yaml) and limit with `limit`, caps or `hold_out`, which each customer has alone.");
        }

        if (plan.Messaging.Offers.FirstOrDefault(offer => offer.Pool is not null) is { } offer)
        {
            throw new OutsideFault(
                $"The offer {offer.Name} gives out codes of the pool `{offer.Pool!.Name}`, which all customers share; codes are given out in runs over files only.",
                "Remove `codes` from the offer and let the channel service draw the code when it delivers.");
        }
    }
}
