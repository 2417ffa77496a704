using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine;

/// <summary>The events of a plan that say something about messages.</summary>
internal static class WordEvents
{
    /// <summary>The field of feedback that holds the message's id.</summary>
    public const string MessageField = "message";

    private static readonly (string Event, WordsKind Kind)[] FeedbackEvents =
        [("message.failed", WordsKind.Failed), ("message.opened", WordsKind.Answered), ("message.clicked", WordsKind.Answered)];

    /// <summary>Type, what it says, and which consent event, channel or field it is about.</summary>
    public static IEnumerable<(EventType Type, WordsKind Kind, int Place)> Of(WorkspacePlan plan)
    {
        var policies = plan.Messaging.Policies;
        var consents = policies.Consent.Select((consent, place) => (consent.Event, WordsKind.Consent, place));
        var wrote = plan.Channels.Select((channel, place) => (channel.Reply, place)).Where(channel => channel.Reply is not null)
            .Select(channel => (channel.Reply!.To, WordsKind.Wrote, channel.place));
        IEnumerable<(EventType, WordsKind, int)> complaints = policies.Complaints is { } complaint
            ? [(complaint.Opened, WordsKind.ComplaintOpened, 0), (complaint.Closed, WordsKind.ComplaintClosed, 0)]
            : [];
        return consents.Concat(complaints).Concat(wrote).Concat(Feedback(plan));
    }

    /// <summary>Feedback that something counts, with the field that holds the message's id.</summary>
    private static IEnumerable<(EventType Type, WordsKind Kind, int Place)> Feedback(WorkspacePlan plan)
    {
        var counts = plan.Messaging.Policies.Caps.Count > 0 || plan.Messaging.Offers.Any(offer => offer.Limit is not null) || plan.Channels.Any(channel => channel.Reply is not null)
            || plan.Budgets.Any();
        var prefers = plan.Triggers.Any(trigger => trigger.Send.PrefersResponse);
        foreach (var (name, kind) in FeedbackEvents)
        {
            if ((kind == WordsKind.Failed ? counts : prefers) && plan.Catalogue.Find(name) is { } type && type.Record.Find(MessageField) is { Type.Kind: DataTypeKind.String } field)
            {
                yield return (type, kind, field.Ordinal);
            }
        }
    }
}
