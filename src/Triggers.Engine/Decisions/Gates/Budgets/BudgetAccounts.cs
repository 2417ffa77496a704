using NodaTime;
using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Budgets;

/// <summary>What is left of budgets, whose periods are those of the workspace's calendar.</summary>
internal sealed class BudgetAccounts(DecisionFacts facts)
{
    private readonly ZoneClock _clock = new(CustomerZone.Find(null, facts.Messaging.Zone).Zone ?? DateTimeZone.Utc);

    /// <summary>What a budget looks at when <paramref name="offer"/> is delivered at <paramref name="at"/>.</summary>
    public BudgetFacts Look(BudgetPlan budget, OfferPlan? offer, Timestamp at)
    {
        var share = facts.Draws.ShareOf(budget);
        var period = budget.Per is { } per ? _clock.SpanOf(per, at).From : Timestamp.Beginning;
        // `check` refuses a budget of money that pays for an offer without a cost.
        var cost = budget.Amount is null ? 1 : offer?.Cost?.Amount ?? 0;
        // Where the rules have lowered the budget since its share was granted, the lower one counts.
        return new(cost, period, share?.BookedIn(period) ?? 0, Math.Min(share?.Granted ?? 0, budget.Limit));
    }
}
