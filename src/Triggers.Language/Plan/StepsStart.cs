using Triggers.Language.Evaluation;
using Triggers.Model.Events;

namespace Triggers.Language.Plan;

/// <summary>Events in this order. <c>start:</c> and <c>silence:</c> are one step.</summary>
/// <param name="Steps">At least one; the first is an event.</param>
/// <param name="Key">The run's business key, over the first step's event and the customer; null: one run a customer.</param>
public sealed record StepsStart(IReadOnlyList<StepPlan> Steps, CompiledExpression? Key) : StartPlan
{
    /// <summary>The first step counts only when it happens this often; null: always.</summary>
    public TimesPlan? Times { get; init; }

    /// <summary>True when it was written as <c>silence:</c>, for people.</summary>
    public bool IsSilence { get; init; }

    /// <summary>The event type that begins a run.</summary>
    public EventType First => Steps[0].Event;

    /// <summary>The last step that is an event: what <c>if</c> sees as <c>event</c>.</summary>
    public StepPlan Last => Steps.Last(s => s.Kind == StepKind.Event);
}
