using Triggers.Language.Evaluation;
using Triggers.Model;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Plan;

/// <summary>A checked trigger of the form start / where / key / repeat / until / wait / if / send. Immutable.</summary>
/// <param name="Name">Unique in the workspace.</param>
/// <param name="Ordinal">Position in the plan; never stored.</param>
/// <param name="Label">For people.</param>
/// <param name="Start">The event type that starts a run.</param>
/// <param name="Where">Start only when true; null: always.</param>
/// <param name="Key">The run's business key; null: one run a customer.</param>
/// <param name="Repeat">What a repeat of the start does.</param>
/// <param name="Until">Events that end runs.</param>
/// <param name="Wait">From the start event to the deadline; zero: fires at once.</param>
/// <param name="If">Checked when the wait ends, sees <c>event</c> (the start event) and <c>customer</c>; null: always.</param>
/// <param name="Send">What goes out.</param>
/// <param name="Captured">Fields of the start event that a run must keep until it fires, in ordinal order.</param>
public sealed record TriggerPlan(
    string Name,
    int Ordinal,
    string Label,
    EventType Start,
    CompiledExpression? Where,
    CompiledExpression? Key,
    RepeatPolicy Repeat,
    IReadOnlyList<UntilPlan> Until,
    TimeSpan Wait,
    CompiledExpression? If,
    SendPlan Send,
    IReadOnlyList<FieldDefinition> Captured)
{
    /// <summary>Identity in state blobs and ids.</summary>
    public StableId Id { get; } = StableId.Of(Name);
}
