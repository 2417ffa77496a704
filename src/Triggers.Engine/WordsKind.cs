namespace Triggers.Engine;

/// <summary>What an event says about messages.</summary>
internal enum WordsKind
{
    /// <summary>Gives or withdraws consent.</summary>
    Consent,

    /// <summary>Opens a complaint.</summary>
    ComplaintOpened,

    /// <summary>Closes all complaints.</summary>
    ComplaintClosed,

    /// <summary>The customer wrote on a channel.</summary>
    Wrote,

    /// <summary>A message was not delivered.</summary>
    Failed,

    /// <summary>A message was opened or clicked.</summary>
    Answered,
}
