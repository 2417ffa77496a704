using System.Globalization;
using Triggers.Language.Plan.Messaging;

namespace Triggers.Engine.Decisions.Gates.Budgets;

/// <summary>Budgets in words: <c>4980.00 EUR of 5000.00 EUR per month</c>, <c>12 messages</c>.</summary>
internal static class BudgetText
{
    /// <summary>Why a budget refuses, one sentence for people.</summary>
    public static string Say(BudgetPlan budget, in BudgetFacts facts) =>
        facts.Limit == 0 ? $"Nothing of the budget `{budget.Name}` was granted."
        : budget.Amount is null ? string.Create(CultureInfo.InvariantCulture, $"The budget `{budget.Name}` is used up: {facts.Booked:0} of {Limit(budget, facts.Limit)} are sent or reserved.")
        : $"The budget `{budget.Name}` is used up: {Amount(budget, facts.Booked)} of {Limit(budget, facts.Limit)} are spent or reserved, and this costs {Amount(budget, facts.Cost)}.";

    /// <summary>What may be booked, and in which time.</summary>
    public static string Limit(BudgetPlan budget, decimal limit) => Amount(budget, limit) + (budget.Per is { } period ? $" per {period.ToString().ToLowerInvariant()}" : "");

    /// <summary>An amount of what the budget counts.</summary>
    public static string Amount(BudgetPlan budget, decimal amount) => budget.Amount is { } money
        ? string.Create(CultureInfo.InvariantCulture, $"{amount:0.00##} {money.Currency}")
        : string.Create(CultureInfo.InvariantCulture, $"{amount:0} {(amount == 1 ? "message" : "messages")}");
}
