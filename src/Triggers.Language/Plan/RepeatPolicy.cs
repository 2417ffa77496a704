namespace Triggers.Language.Plan;

/// <summary>What a repeat of the start event does to a run with the same key that is still waiting.</summary>
public enum RepeatPolicy
{
    /// <summary>The wait starts again from the new event.</summary>
    Restart,

    /// <summary>The run goes on as it is.</summary>
    Ignore,

    /// <summary>Another run starts beside it.</summary>
    Parallel,
}
