using Triggers.Language.Evaluation;
using Triggers.Model.Events;

namespace Triggers.Engine.Index;

/// <summary>Someone who wants to see the events of one type that fulfil a condition: a trigger's start, an <c>until</c>, a later step.</summary>
/// <param name="Event">The type; no other event concerns it.</param>
/// <param name="Where">A condition whose variable <c>event</c> is of this type; null: every event of the type.</param>
public readonly record struct Subscription(EventType Event, CompiledExpression? Where);
