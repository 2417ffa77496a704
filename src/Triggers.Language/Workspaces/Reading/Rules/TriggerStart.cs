using Triggers.Language.Evaluation;
using Triggers.Language.Plan;

namespace Triggers.Language.Workspaces.Reading.Rules;

/// <summary>What starts a trigger, as far as its other parts depend on it.</summary>
/// <param name="Plan">The start, of events still without key and captured fields; null when it cannot run, or after a mistake.</param>
/// <param name="Keyed">What <c>where</c> and <c>key</c> see.</param>
/// <param name="Fired">What <c>if</c> sees.</param>
internal sealed record TriggerStart(StartPlan? Plan, IReadOnlyList<Variable> Keyed, IReadOnlyList<Variable> Fired)
{
    /// <summary>What the start waits for by itself: the time of a silence.</summary>
    public TimeSpan Waits { get; init; }
}
