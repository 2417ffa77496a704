using Triggers.Language.Plan.Messaging;

namespace Triggers.Engine.Decisions.Gates.Reply;

/// <summary>A reply window in words: <c>within 2.00:00:00, at most 5</c>.</summary>
internal static class ReplyText
{
    /// <summary>Writes it.</summary>
    public static string Write(ReplyPlan reply) => $"within {reply.Within}{(reply.AtMost is { } most ? FormattableString.Invariant($", at most {most}") : "")}";
}
