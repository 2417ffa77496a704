using Triggers.Language.Evaluation;
using Triggers.Model.Events;
namespace Triggers.Engine.Rules.Index;
/// <summary>.</summary>
public readonly record struct Subscription(EventType Event, CompiledExpression? Where);
