using Triggers.Language.Plan;
using Triggers.Model.Values;

namespace Triggers.Engine;

/// <summary>The events of a plan that say something about messages.</summary>
internal static class WordEvents
{
    /// <summary>The field of feedback that holds the message's id.</summary>
    public const string MessageField = "message";

    private const string FailedEvent = "message.failed";

    private static readonly string[] AnswerEvents = ["message.opened", "message.clicked"];

    /// <summary>Consent events, complaints, what customers write, feedback: in this order.</summary>
    public static IEnumerable<WordEvent> Of(WorkspacePlan plan)
    {
        var policies = plan.Messaging.Policies;
        for (var place = 0; place < policies.Consent.Count; place++)
        {
            yield return new(policies.Consent[place].Event, WordsKind.Consent, place);
        }

        if (policies.Complaints is { } complaint)
        {
            yield return new(complaint.Opened, WordsKind.ComplaintOpened, 0);
            yield return new(complaint.Closed, WordsKind.ComplaintClosed, 0);
        }

        for (var place = 0; place < plan.Channels.Count; place++)
        {
            if (plan.Channels[place].Reply is { } reply)
            {
                yield return new(reply.To, WordsKind.Wrote, place);
            }
        }

        foreach (var feedback in Feedback(plan))
        {
            yield return feedback;
        }
    }

    /// <summary>Feedback that something counts, with the field that holds the message's id.</summary>
    private static IEnumerable<WordEvent> Feedback(WorkspacePlan plan)
    {
        var counts = plan.Messaging.Policies.Caps.Count > 0 || plan.Messaging.Offers.Any(offer => offer.Limit is not null) || plan.Channels.Any(channel => channel.Reply is not null)
            || plan.Budgets.Any();
        if (counts && Field(plan, FailedEvent) is { } failed)
        {
            yield return new(failed.Type, WordsKind.Failed, failed.Field.Ordinal);
        }

        foreach (var name in plan.Triggers.Any(trigger => trigger.Send.PrefersResponse) ? AnswerEvents : [])
        {
            if (Field(plan, name) is { } answered)
            {
                yield return new(answered.Type, WordsKind.Answered, answered.Field.Ordinal);
            }
        }
    }

    private static EventField? Field(WorkspacePlan plan, string name) =>
        plan.Catalogue.Find(name) is { } type && type.Record.Find(MessageField) is { Type.Kind: DataTypeKind.String } field ? new(type, field) : null;
}
