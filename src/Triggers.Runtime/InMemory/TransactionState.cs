namespace Triggers.Runtime.InMemory;

/// <summary>Where a transaction stands.</summary>
internal enum TransactionState
{
    /// <summary>Not decided: its producer may still add to it, commit or abort.</summary>
    Open,

    /// <summary>Decided: committed; markers may still be on their way.</summary>
    Committed,

    /// <summary>Decided: aborted.</summary>
    Aborted,
}
