namespace Triggers.Runtime.InMemory;

/// <summary>What goes wrong at a <see cref="FaultPoint"/>. A fault that makes no sense for a call does nothing.</summary>
public enum Fault
{
    /// <summary>No fault: the call goes through.</summary>
    None,

    /// <summary>The request is lost: nothing happens and there is no answer. Reads throw, writes and commits are unknown, polls bring nothing.</summary>
    RequestLost,

    /// <summary>The answer is lost: it happened, and the caller does not know.</summary>
    ReplyLost,

    /// <summary>Writes of the store: done, and a second copy of the request is still on its way until <see cref="InMemoryStateStore.DeliverLate"/>.</summary>
    Duplicated,

    /// <summary>Transactions: the coordinator's time-out has ended the transaction; the producer is fenced.</summary>
    TimedOut,

    /// <summary>Commit: decided, but the markers are not written before <see cref="InMemoryCluster.WriteMarker"/> or the next transaction of this id.</summary>
    MarkersLate,
}
