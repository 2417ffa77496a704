namespace Triggers.Runtime.Ports;

/// <summary>How a transaction ended.</summary>
public enum CommitOutcome
{
    /// <summary>Everything in it is visible to others, the offsets too.</summary>
    Committed,

    /// <summary>Not committed and aborted cleanly (for instance: the membership is of an old generation). The producer may go on.</summary>
    Aborted,

    /// <summary>Another producer with this transactional id, or a time-out at the coordinator: this producer is dead.</summary>
    Fenced,

    /// <summary>Committed or not; also when it took longer than the socket time-out, since a request sent twice could end the next transaction. This producer must not be used again.</summary>
    Unknown,
}
