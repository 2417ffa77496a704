namespace Triggers.Engine;

/// <summary>What happened to a run.</summary>
public enum RunChangeKind
{
    /// <summary>A start began it.</summary>
    Started,

    /// <summary>A repeat of the start began it again.</summary>
    Restarted,

    /// <summary>An <c>until</c> event, or one that was not to come, ended it.</summary>
    Ended,

    /// <summary>Its deadline came: it became a candidate.</summary>
    Fired,

    /// <summary>Its trigger is no longer in the workspace: dropped when its deadline came.</summary>
    Orphaned,

    /// <summary>A step was done: it waits for the next one, or for its deadline.</summary>
    Advanced,

    /// <summary>A step did not come in its time.</summary>
    Expired,

    /// <summary>A start was not let in by <c>again</c>.</summary>
    NotAgain,

    /// <summary>A start began no run: as many of the customer waited as may.</summary>
    Crowded,
}
