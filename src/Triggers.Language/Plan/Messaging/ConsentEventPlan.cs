using Triggers.Language.Evaluation;
using Triggers.Model.Events;

namespace Triggers.Language.Plan.Messaging;

/// <summary>An event by which customers give or withdraw consent.</summary>
/// <param name="Event">Its type.</param>
/// <param name="Given">True: given, false: withdrawn; a bool over <c>event</c>.</param>
/// <param name="Channel">Name of the channel (string); null: all channels.</param>
/// <param name="Purpose">The purpose (string); null: all purposes.</param>
public sealed record ConsentEventPlan(EventType Event, CompiledExpression Given, CompiledExpression? Channel, CompiledExpression? Purpose);
