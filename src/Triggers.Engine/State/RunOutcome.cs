namespace Triggers.Engine.State;

/// <summary>How the last run of a trigger ended, or why none began. The numbers stand in state blobs: they never change.</summary>
public enum RunOutcome
{
    /// <summary>Nothing to tell.</summary>
    None = 0,

    /// <summary>The message went out.</summary>
    Sent = 1,

    /// <summary>A gate refused.</summary>
    Refused = 2,

    /// <summary>An <c>until</c> event, or one that was not to come, ended it.</summary>
    Ended = 3,

    /// <summary>A step did not come in its time.</summary>
    Expired = 4,

    /// <summary>It did not begin: <c>again</c> did not let it.</summary>
    NotAgain = 5,

    /// <summary>An <c>until</c> event came after the message had gone out.</summary>
    TooLate = 6,

    /// <summary>It is held, and judged again.</summary>
    Held = 7,

    /// <summary>It did not begin: <see cref="CustomerState.MostRuns"/> runs of the customer were under way or held.</summary>
    Crowded = 8,
}
