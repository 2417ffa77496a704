namespace Triggers.Engine.Decisions.Gates.Reply;

/// <summary>How a message goes through a channel that opens by the customer's own messages.</summary>
internal enum ReplyKind
{
    /// <summary>Not at all.</summary>
    Closed,

    /// <summary>In the window after the customer's message.</summary>
    Reply,

    /// <summary>Outside of it, as one of the few that the channel allows.</summary>
    Broadcast,
}
