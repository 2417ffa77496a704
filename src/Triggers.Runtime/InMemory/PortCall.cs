namespace Triggers.Runtime.InMemory;

/// <summary>A call on a port at which a fault can be put.</summary>
public enum PortCall
{
    /// <summary><c>IStateStore.ClaimAsync</c>.</summary>
    Claim,

    /// <summary><c>IStateStore.StampAsync</c>.</summary>
    Stamp,

    /// <summary><c>IStateStore.LoadAsync</c>.</summary>
    Load,

    /// <summary><c>IStateStore.LoadTimersAsync</c>.</summary>
    LoadTimers,

    /// <summary><c>IStateStore.StoreAsync</c>.</summary>
    Store,

    /// <summary><c>IStateStore.ResetAsync</c>.</summary>
    Reset,

    /// <summary><c>IStateStore.CopyAsync</c>.</summary>
    Copy,

    /// <summary><c>IStateStore.FinishAsync</c>.</summary>
    Finish,

    /// <summary><c>ILogConsumer.Poll</c> and <c>ISourceConsumer.Poll</c>.</summary>
    Poll,

    /// <summary><c>ILogConsumer.StableCommitted</c>.</summary>
    StableCommitted,

    /// <summary><c>Watermarks</c> of the log and of the changelog.</summary>
    Watermarks,

    /// <summary><c>IChangelogReading.Poll</c>.</summary>
    ReadChangelog,

    /// <summary>First half of <c>IOutputTransaction.Commit</c>: the offsets go to the group, which checks the membership.</summary>
    SendOffsets,

    /// <summary>Second half of <c>IOutputTransaction.Commit</c>: the coordinator decides.</summary>
    Commit,

    /// <summary><c>IOutputTransaction.Abort</c>.</summary>
    Abort,

    /// <summary><c>ILogAppender.AppendAsync</c>.</summary>
    Append,

    /// <summary><c>IRulesTopic.PublishAsync</c>.</summary>
    Publish,
}
