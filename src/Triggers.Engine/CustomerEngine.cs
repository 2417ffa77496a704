using Triggers.Engine.State;
using Triggers.Language.Plan;

namespace Triggers.Engine;

/// <summary>
/// The pure function of the system: one customer's state, one input → the state after it, decisions, messages and timers. No clock, no I/O, no randomness, no
/// logging. One engine serves one plan and one thread (it reuses its frames); the plan may be shared.
/// </summary>
public sealed class CustomerEngine(WorkspacePlan plan)
{
    /// <summary>The rules in force.</summary>
    public WorkspacePlan Plan { get; } = plan;

    /// <summary>True when a step with an event of this type (ordinal) can change anything; other events touch no state.</summary>
    public bool Uses(int eventType) => throw new NotImplementedException();

    /// <summary>
    /// Changes <paramref name="state"/> in place and appends to <paramref name="output"/>. Due timers fire first, in order of deadline, then the event is applied.
    /// Returns how many timers fired.
    /// </summary>
    public int Step(CustomerState state, in StepInput input, StepOutput output) => throw new NotImplementedException();
}
