using Triggers.Model.Events;

namespace Triggers.Language.Plan.Messaging;

/// <summary>A channel that is open only for a while after the customer's own message.</summary>
/// <param name="To">The event that is the customer's message.</param>
/// <param name="Within">How long it stays open after the newest of them.</param>
/// <param name="AtMost">Most messages since the newest of them; null: any number.</param>
/// <param name="Broadcasts">What may go out while it is closed; null: nothing.</param>
public sealed record ReplyPlan(EventType To, TimeSpan Within, int? AtMost, AllowancePlan? Broadcasts);
