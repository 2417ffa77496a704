using Triggers.Language.Evaluation;
using Triggers.Model.Events;

namespace Triggers.Engine.Intake;

/// <summary>An expression that is evaluated over arriving events of one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="By">The expression; null: there is none.</param>
internal readonly record struct EventExpression(EventType Type, CompiledExpression? By);
