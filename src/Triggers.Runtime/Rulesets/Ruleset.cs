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
        Reader = new(plan.Catalogue, Engine.Uses);
    }

    /// <summary>The compiled rules that engine and reader were made for.</summary>
    public WorkspacePlan Plan { get; }

    /// <summary>Folds events and ticks by <see cref="Plan"/>.</summary>
    public CustomerEngine Engine { get; }

    /// <summary>Reads canonical events by their catalogue.</summary>
    public EventReader Reader { get; }
}
