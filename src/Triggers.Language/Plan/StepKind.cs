namespace Triggers.Language.Plan;

/// <summary>What a step of a trigger waits for.</summary>
public enum StepKind
{
    /// <summary>The event comes.</summary>
    Event,

    /// <summary>The event does not come within a time: the step is done when the time is over.</summary>
    Absence,

    /// <summary>The event does not come before the next step does.</summary>
    Guard,

    /// <summary>The very next event of the customer is not this one.</summary>
    NotNext,
}
