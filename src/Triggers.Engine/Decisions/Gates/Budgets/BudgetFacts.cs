using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Budgets;

/// <summary>What one budget looks at.</summary>
/// <param name="Cost">What the message costs of it: money, or 1.</param>
/// <param name="Period">First instant of the period of its delivery; the beginning of time when the budget has none.</param>
/// <param name="Booked">What is booked in that period.</param>
/// <param name="Limit">What may be booked in a period; 0: nothing was granted.</param>
internal readonly record struct BudgetFacts(decimal Cost, Timestamp Period, decimal Booked, decimal Limit);
