using Triggers.Engine;
using Triggers.Engine.Intake;
using Triggers.Language.Plan;

namespace Triggers.Runtime.Rulesets;

/// <summary>One version of the rules, ready to run on one thread.</summary>
public sealed class Ruleset
{
    /// <summary>Makes engine and reader for a plan.</summary>
    public Ruleset(WorkspacePlan plan)
    {
        Plan = plan;
        Engine = new(plan);
        Selection = new(plan.Catalogue, plan.Catalogue.Types.Where(type => Engine.Uses(type.Ordinal)), PlanFields.Read(plan), PlanFields.ReadOfElements(plan));
        Reader = new(plan.Catalogue, Selection);
    }

    /// <summary>The compiled rules that engine and reader were made for.</summary>
    public WorkspacePlan Plan { get; }

    /// <summary>Folds events and ticks by <see cref="Plan"/>.</summary>
    public CustomerEngine Engine { get; }

    /// <summary>The event types and fields that the rules use.</summary>
    public FieldSelection Selection { get; }

    /// <summary>The same for events that are decoded once and kept nowhere, as in a run over files: of a type that may be late also what only a late event's record shows.</summary>
    public FieldSelection SelectionForFiles => Selection.With([.. Plan.Catalogue.Types.Where(type => type.Lateness is not null)]);

    /// <summary>Reads canonical events by their catalogue.</summary>
    public EventReader Reader { get; }
}
