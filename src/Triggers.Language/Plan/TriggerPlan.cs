using Triggers.Language.Evaluation;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;

namespace Triggers.Language.Plan;

/// <summary>A checked trigger. Immutable.</summary>
/// <param name="Name">Unique in the workspace.</param>
/// <param name="Start">What starts it.</param>
/// <param name="Send">What goes out.</param>
public sealed record TriggerPlan(string Name, StartPlan Start, SendPlan Send)
{
    /// <summary>Position in the plan; never stored.</summary>
    public int Ordinal { get; init; }

    /// <summary>For people.</summary>
    public string Label { get; init; } = Name;

    /// <summary>What a repeat of the first step does to a run with the same key that is still under way.</summary>
    public RepeatPolicy Repeat { get; init; }

    /// <summary>Events that end runs.</summary>
    public IReadOnlyList<UntilPlan> Until { get; init; } = [];

    /// <summary>From the last step to the deadline; zero: fires at once.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Checked when the wait ends, sees <c>customer</c>, the names of steps and as <c>event</c> the last step's; null: always.</summary>
    public CompiledExpression? If { get; init; }

    /// <summary>How soon it may happen to the same customer again; null: at once.</summary>
    public AgainPlan? Again { get; init; }

    /// <summary>A candidate that comes later than this after its deadline is refused; null: never.</summary>
    public TimeSpan? Stale { get; init; }

    /// <summary>Customers who get nothing from it; null: none.</summary>
    public HoldOutPlan? HoldOut { get; init; }

    /// <summary>What its messages may cost, whatever they offer; null: any amount.</summary>
    public BudgetPlan? Budget { get; init; }

    /// <summary>Identity in state blobs and ids.</summary>
    public StableId Id { get; } = StableId.Of(Name);

    /// <summary>The steps of a trigger that events start; empty for all others.</summary>
    public IReadOnlyList<StepPlan> Steps => (Start as StepsStart)?.Steps ?? [];
}
