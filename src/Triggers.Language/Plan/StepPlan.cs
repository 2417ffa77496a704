using Triggers.Language.Evaluation;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Plan;

/// <summary>One step of a trigger. Immutable.</summary>
/// <param name="Kind">What it waits for.</param>
/// <param name="Event">The type of the event that comes, or does not.</param>
/// <param name="Where">Only when this holds, over <c>event</c>, <c>customer</c> and the names of earlier steps; null: always.</param>
public sealed record StepPlan(StepKind Kind, EventType Event, CompiledExpression? Where)
{
    /// <summary>What later conditions call its event; null: nothing.</summary>
    public string? Name { get; init; }

    /// <summary>Slot of that name in the evaluation frame; -1 without a name.</summary>
    public int Slot { get; init; } = -1;

    /// <summary>At most so long after the step before (of an absence: for so long); null: no limit.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>So often; 1 or more.</summary>
    public int AtLeast { get; init; } = 1;

    /// <summary>No other event of the customer may come between the step before and this one.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Each such event goes on by itself, and the run waits for the next one as well.</summary>
    public bool IsEach { get; init; }

    /// <summary>Fields of its event that later conditions read under its name, in ordinal order.</summary>
    public IReadOnlyList<FieldDefinition> Captured { get; init; } = [];

    /// <summary>Fields that the end of the trigger reads as <c>event</c>, of the last step that is an event; in ordinal order.</summary>
    public IReadOnlyList<FieldDefinition> CapturedAsEvent { get; init; } = [];

    /// <summary>True when <see cref="Where"/> reads earlier steps.</summary>
    public bool ReadsSteps { get; } = Where?.Fields.Any(f => f.Slot >= EvaluationFrame.FirstNamed) == true;
}
