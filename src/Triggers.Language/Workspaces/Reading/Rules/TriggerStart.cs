using Triggers.Language.Evaluation;
using Triggers.Model.Events;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary>What starts a trigger, as far as its other parts depend on it.</summary>
/// <param name="Event">The start event; null when it is started by something else, or after a mistake.</param>
/// <param name="Keyed">What <c>where</c> and <c>key</c> see.</param>
/// <param name="Fired">What <c>if</c> sees.</param>
internal sealed record TriggerStart(EventType? Event, IReadOnlyList<Variable> Keyed, IReadOnlyList<Variable> Fired);
