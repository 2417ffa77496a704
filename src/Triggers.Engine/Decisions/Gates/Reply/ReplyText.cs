using Triggers.Language.Plan.Messaging;
using Triggers.Language.Workspaces.Values;

namespace Triggers.Engine.Decisions.Gates.Reply;

/// <summary>A reply window in words: <c>within 2 days, at most 5</c>.</summary>
internal static class ReplyText
{
    /// <summary>Writes it.</summary>
    public static string Write(ReplyPlan reply) => $"within {DurationText.Say(reply.Within)}{(reply.AtMost is { } most ? FormattableString.Invariant($", at most {most}") : "")}";
}
