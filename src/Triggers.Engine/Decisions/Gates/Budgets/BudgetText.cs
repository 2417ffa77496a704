using Triggers.Language.Plan.Messaging;
using Triggers.Model.Verdicts;

namespace Triggers.Engine.Decisions.Gates.Budgets;

/// <summary>Budgets in words: <c>4980.00 EUR of 5000.00 EUR per month</c>, <c>12 messages</c>.</summary>
internal static class BudgetText
{
    /// <summary>Adding it gives an amount at least two decimals.</summary>
    private const decimal TwoDecimals = 0.00m;

    /// <summary>Dividing by it takes away the zeros at an amount's end.</summary>
    private const decimal ExactOne = 1.0000000000000000000000000000m;

    /// <summary>Why a budget refuses, one sentence for people.</summary>
    public static string Say(BudgetPlan budget, in BudgetFacts facts) =>
        facts.Limit == 0 ? $"Nothing of the budget `{budget.Name}` was granted."
        : budget.Amount is null ? $"The budget `{budget.Name}` is used up: sent or reserved {new GateText(facts.Booked, null)} of {Limit(budget, facts.Limit)}."
        : $"The budget `{budget.Name}` is used up: {Amount(budget, facts.Booked)} of {Limit(budget, facts.Limit)} are spent or reserved, and this costs {Amount(budget, facts.Cost)}.";

    /// <summary>What may be booked, and in which time.</summary>
    public static string Limit(BudgetPlan budget, decimal limit) => Amount(budget, limit) + (budget.Per is { } period ? $" per {period.ToString().ToLowerInvariant()}" : "");

    /// <summary>An amount of what the budget counts.</summary>
    public static GateText Amount(BudgetPlan budget, decimal amount) =>
        budget.Amount is { } money ? new((amount.Scale > 2 ? amount / ExactOne : amount) + TwoDecimals, money.Currency) : new(amount, amount == 1 ? "message" : "messages");
}
