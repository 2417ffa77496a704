namespace Triggers.Engine.Decisions.Gates.Budgets;

/// <summary>
/// Is there money for it? What is reserved for held messages counts as spent: a budget is never overrun, whatever becomes of them.
/// <para><b>Passes when</b> what is booked in the period of its delivery, and its cost, are together not more than the limit. <b>Refuses when</b> they are.</para>
/// </summary>
internal static class BudgetRule
{
    /// <summary>Judges one message by one budget; true when it passes.</summary>
    public static bool Passes(in BudgetFacts facts) => facts.Booked + facts.Cost <= facts.Limit;
}
