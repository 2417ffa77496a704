namespace Triggers.Engine;

/// <summary>What happened to a run.</summary>
public enum RunChangeKind
{
    /// <summary>A start event began it.</summary>
    Started,

    /// <summary>A repeat of the start event began its wait again.</summary>
    Restarted,

    /// <summary>An <c>until</c> event ended it.</summary>
    Ended,

    /// <summary>Its deadline came: it became a candidate.</summary>
    Fired,

    /// <summary>Its trigger is no longer in the workspace: dropped when its deadline came.</summary>
    Orphaned,
}
