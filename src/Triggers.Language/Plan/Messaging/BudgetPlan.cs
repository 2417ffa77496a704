using Triggers.Model;
using Triggers.Model.Values;

namespace Triggers.Language.Plan.Messaging;

/// <summary>What messages may cost, or how many there may be, for all customers together. Never overrun. Exactly one of amount and count is there.</summary>
/// <param name="Name">Unique: <c>offer spring</c>, <c>trigger cart-left</c>, or the name of a shared budget.</param>
/// <param name="Amount">Money in the workspace's currency; each message is booked with the cost of its offer.</param>
/// <param name="Count">Number of messages.</param>
/// <param name="Per">New in each period of the workspace's calendar; null: once for ever.</param>
public sealed record BudgetPlan(string Name, Money? Amount, long? Count, CalendarPeriod? Per)
{
    /// <summary>Identity in stored state.</summary>
    public StableId Id { get; } = IdOf(Name);

    /// <summary>What may be booked in a period: money in the workspace's currency, or a number of messages.</summary>
    public decimal Limit => Amount?.Amount ?? Count!.Value;

    /// <summary>The identity of the budget of this name.</summary>
    public static StableId IdOf(string name) => StableId.Of("budget " + name);
}
