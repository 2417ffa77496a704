using Triggers.Engine.Index;
using Triggers.Engine.Leases;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Rules;

/// <summary>
/// What customers say and do about messages, from events: consent, complaints, what they write on channels, what became of messages. By event time, so that late events
/// count as well.
/// </summary>
internal sealed class CustomerWords(WorkspacePlan plan, RuleIndex index, StepFrame frame, Draws draws)
{
    /// <summary>True when the last event may have forbidden something.</summary>
    public bool Forbids { get; private set; }

    /// <summary>Applies the hits from <paramref name="from"/> on that are about messages, and gives the position behind them; the frame shows the event.</summary>
    public int Apply(CustomerState state, CustomerEvent said, SubscriptionHits hits, int from)
    {
        Forbids = false;
        var position = from;
        for (; position < hits.Count && index[hits[position].Ordinal] is { Role: RuleRole.Words } entry; position++)
        {
            switch ((WordsKind)entry.Owner)
            {
                case WordsKind.Consent:
                    Consent(state, said, entry.Place);
                    break;
                case WordsKind.ComplaintOpened:
                    state.Messaging.ComplaintOpenedAt = Timestamp.Max(state.Messaging.ComplaintOpenedAt, said.Time);
                    Forbids = true;
                    break;
                case WordsKind.ComplaintClosed:
                    state.Messaging.ComplaintClosedAt = Timestamp.Max(state.Messaging.ComplaintClosedAt, said.Time);
                    break;
                case WordsKind.Wrote:
                    var fact = state.Messaging.On(plan.Channels[entry.Place].Id);
                    state.Messaging.Set(fact with { WroteAt = Timestamp.Max(fact.WroteAt, said.Time) });
                    break;
                default:
                    Feedback(state, said, (WordsKind)entry.Owner, entry.Place);
                    break;
            }
        }

        return position;
    }

    /// <summary>A withdrawal without a channel or purpose is one for all; a consent that does not say for what is none.</summary>
    private void Consent(CustomerState state, CustomerEvent said, int place)
    {
        var consent = plan.Messaging.Policies.Consent[place];
        if (frame.Evaluate(consent.Given) is not { Kind: ValueKind.Bool } given)
        {
            return;
        }

        var (channel, purpose) = (Text(consent.Channel), Text(consent.Purpose));
        if (given.IsTrue && ((consent.Channel is not null && channel is null) || (consent.Purpose is not null && purpose is null)))
        {
            return;
        }

        state.Messaging.Say(new(channel is null ? default : Model.StableId.Of(channel), purpose is null ? default : Model.StableId.Of(purpose), given.IsTrue, said.Time));
        Forbids |= !given.IsTrue;
    }

    private string? Text(Language.Evaluation.CompiledExpression? expression) =>
        expression is not null && frame.Evaluate(expression) is { Kind: ValueKind.String, AsString: { Length: > 0 } text } ? text : null;

    private void Feedback(CustomerState state, CustomerEvent said, WordsKind kind, int field)
    {
        if (said[field] is not { Kind: ValueKind.String } text || SentMessage.HashOf(text.AsString) is not (var id and > 0))
        {
            return;
        }

        if (kind == WordsKind.Failed)
        {
            draws.Fail(state, id, said.Time);
        }

        var place = state.Messaging.FindSent(id);
        if (place < 0)
        {
            return;
        }

        ref readonly var message = ref state.Messaging.Sent[place];
        if (kind == WordsKind.Failed)
        {
            if ((message.Flags & SentFlags.Held) == 0)
            {
                state.Messaging.RemoveSentAt(place);
            }
        }
        else
        {
            var fact = state.Messaging.On(message.Channel);
            state.Messaging.Set(fact with { AnsweredAt = Timestamp.Max(fact.AnsweredAt, said.Time) });
        }
    }
}
