using Triggers.Language.Workspaces.RuleTests;
using Triggers.Model.Time;

namespace Triggers.Runtime.Scenarios.RuleTests;

/// <summary>What became of one run in a rule test.</summary>
/// <param name="Trigger">Name of its trigger.</param>
/// <param name="Customer">Name of its customer.</param>
/// <param name="Key">Its business key as text; empty when the trigger has none.</param>
/// <param name="Began">The event that (re)started it; null when time alone did.</param>
/// <param name="Deadline">When it was due at first.</param>
internal sealed record RunLife(string Trigger, string Customer, string Key, GivenEvent? Began, Timestamp Deadline)
{
    /// <summary>When it is due; a step that is done moves it.</summary>
    public Timestamp Deadline { get; set; } = Deadline;

    /// <summary>How it ended; null: it waits.</summary>
    public RunEnd? End { get; set; }

    /// <summary>The event that ended it, or began it again.</summary>
    public GivenEvent? EndedBy { get; set; }
}
