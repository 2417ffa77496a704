using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Runtime.Scenarios;

/// <summary>What a run has spent of one budget.</summary>
/// <param name="Budget">The budget.</param>
/// <param name="Booked">Spent, or reserved for messages that are held at the end; of a budget with periods, in the last one in which anything was.</param>
/// <param name="Period">First instant of that period; the beginning of time when the budget has none, or nothing was booked.</param>
public sealed record BudgetTally(BudgetPlan Budget, decimal Booked, Timestamp Period);
