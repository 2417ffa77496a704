using Triggers.Model.Events;

namespace Triggers.Language.Plan.Messaging;

/// <summary>While a complaint is open, messages are stopped.</summary>
/// <param name="Opened">The event that opens one.</param>
/// <param name="Closed">The event that closes all.</param>
/// <param name="Stops">Purposes that are stopped; null: all messages that count toward caps and are not mandatory.</param>
public sealed record ComplaintPlan(EventType Opened, EventType Closed, IReadOnlySet<string>? Stops);
