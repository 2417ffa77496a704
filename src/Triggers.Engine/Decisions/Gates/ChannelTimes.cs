using Triggers.Engine.Decisions.Gates.QuietHours;
using Triggers.Engine.Decisions.Gates.Reply;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>When a channel delivers, made once for all candidates.</summary>
/// <param name="Quiet">Its quiet hours; null: none.</param>
/// <param name="ReplyWindow">Its reply window in words; empty: none.</param>
internal sealed record ChannelTimes(QuietStretches? Quiet, string ReplyWindow)
{
    /// <summary>Those of one channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="usual">The quiet hours of channels that say nothing else; null: none.</param>
    public static ChannelTimes Of(ChannelPlan channel, QuietHoursPlan? usual)
    {
        var hours = channel.IsNeverQuiet ? null : channel.QuietHours ?? usual;
        return new(hours is null ? null : new(hours), channel.Reply is null ? "" : ReplyText.Write(channel.Reply));
    }
}
