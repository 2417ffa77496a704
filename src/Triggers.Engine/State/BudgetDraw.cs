using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>What a message has booked of a budget: given back when it is not sent after all, or fails.</summary>
/// <param name="Message">The first 64 bits of its id; 0 while it is being judged.</param>
/// <param name="Budget">Stable id of the budget.</param>
/// <param name="Period">First instant of the budget's period; the beginning of time when it has none.</param>
/// <param name="At">When it is delivered, or planned to be.</param>
/// <param name="Amount">Money in the workspace's currency, or 1; more than 0.</param>
internal readonly record struct BudgetDraw(ulong Message, StableId Budget, Timestamp Period, Timestamp At, decimal Amount);
