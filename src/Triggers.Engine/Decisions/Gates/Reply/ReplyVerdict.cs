using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Reply;

/// <summary>What a reply window says to one message.</summary>
/// <param name="Kind">How it goes through.</param>
/// <param name="Count">How many went through that way before it; when closed, how many used up the window or the broadcasts.</param>
/// <param name="ClosedSince">When the window closed; null when it is open, or the customer never wrote.</param>
/// <param name="RoomAt">When a broadcast is possible again; null when it is now, or never.</param>
internal readonly record struct ReplyVerdict(ReplyKind Kind, int Count, Timestamp? ClosedSince, Timestamp? RoomAt);
