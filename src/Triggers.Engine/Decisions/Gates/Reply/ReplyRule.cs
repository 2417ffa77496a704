using Triggers.Engine.Decisions.Gates.Caps;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Reply;

/// <summary>
/// Does the channel let the message through? Some are open only for a while after the customer's own message, for a number of messages, and beyond that for a few
/// broadcasts in a time (WeChat: 48 hours and 5 messages, 4 broadcasts a month).
/// <para>
/// <b>Passes as reply when</b> the message is delivered in [last, last + within) and fewer than `at_most` went before it. <b>Passes as broadcast when</b> the broadcasts have
/// room. <b>Closed when</b> neither; a broadcast on the calendar without a known zone has no room.
/// </para>
/// </summary>
internal static class ReplyRule
{
    /// <summary>Judges one message on one channel.</summary>
    public static ReplyVerdict Judge(ReplyPlan reply, in ReplyFacts facts)
    {
        Timestamp? closes = facts.LastReply is { } last ? last + reply.Within : null;
        var isInTime = closes is { } close && facts.At >= facts.LastReply && facts.At < close;
        if (isInTime && (reply.AtMost is not { } most || facts.SinceReply < most))
        {
            return new(ReplyKind.Reply, facts.SinceReply, null, null);
        }

        var closedSince = isInTime ? null : closes;
        var used = isInTime ? facts.SinceReply : 0;
        if (reply.Broadcasts is not { } broadcasts)
        {
            return new(ReplyKind.Closed, used, closedSince, null);
        }

        if (broadcasts.Window?.Period is not null && facts.Clock is null)
        {
            return new(ReplyKind.Closed, used, closedSince, null);
        }

        var sent = facts.Broadcasts.Span;
        var count = CapCount.Beside(broadcasts, sent, facts.At, facts.Clock);
        return count < broadcasts.AtMost
            ? new(ReplyKind.Broadcast, count, closedSince, null)
            : new(ReplyKind.Closed, count, closedSince, CapCount.Room(broadcasts, sent, facts.At, facts.Clock));
    }
}
