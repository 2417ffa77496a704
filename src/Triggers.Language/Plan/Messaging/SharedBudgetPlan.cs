namespace Triggers.Language.Plan.Messaging;

/// <summary>A budget of several triggers or offers together: a campaign's.</summary>
/// <param name="Budget">The budget.</param>
/// <param name="Triggers">Triggers whose messages it pays.</param>
/// <param name="Offers">Offers that it pays, whichever trigger sends them.</param>
public sealed record SharedBudgetPlan(BudgetPlan Budget, IReadOnlySet<string> Triggers, IReadOnlySet<string> Offers)
{
    /// <summary>Whether it pays for this message.</summary>
    public bool Pays(string trigger, string offer) => Triggers.Contains(trigger) || Offers.Contains(offer);
}
