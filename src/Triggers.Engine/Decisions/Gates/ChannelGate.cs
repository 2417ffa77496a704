using Triggers.Engine.Decisions.Gates.Consent;
using Triggers.Engine.Decisions.Gates.QuietHours;
using Triggers.Engine.Decisions.Gates.Reply;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Language.Workspaces.Values;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Model.Verdicts;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// On which channel? The preferred one first, then in the declared order; each is asked for consent, address, reply window and caps at the time of delivery.
/// <para>
/// <b>Passes when</b> a channel lets the message through. <b>Refuses when</b> a cap drops it, or no channel is left. <b>Holds when</b> no channel passes and a cap of one defers.
/// </para>
/// </summary>
internal sealed class ChannelGate : IGate
{
    private const string AddressName = "address";

    private readonly DecisionFacts _facts;
    private readonly SentFacts _sent;
    private readonly CapCheck _caps;
    private readonly List<ChannelPlan> _order = [];
    private readonly List<(string Gate, string Reason)> _refusals = [];
    private CapDeferral _deferral;

    /// <summary>Chooses by <paramref name="facts"/>.</summary>
    public ChannelGate(DecisionFacts facts)
    {
        (_facts, _sent, _caps) = (facts, new(facts), new(facts));
        Checks = [new("consent", Wants), new(AddressName, Reaches), new("reply-window", IsOpen), new(CapCheck.Name, HasRoom)];
    }

    /// <inheritdoc/>
    public string Name => "channel";

    /// <summary>What each channel is asked, in this order; a test may take one out.</summary>
    internal List<ChannelCheck> Checks { get; }

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        _refusals.Clear();
        _deferral = default;
        var expiresAt = judgement.ExpiresAt;
        foreach (var channel in Order(candidate))
        {
            (judgement.Channel, judgement.ExpiresAt) = (channel, expiresAt);
            Plan(candidate, channel, judgement);
            if (Passes(candidate, channel, judgement))
            {
                return true;
            }

            if (judgement.Outcome == Outcome.Refused)
            {
                return false;
            }
        }

        (judgement.Channel, judgement.ExpiresAt) = (null, expiresAt);
        return _deferral.Cap is null ? Refuse(candidate, judgement) : Hold(_deferral, judgement);
    }

    private bool Passes(in Candidate candidate, ChannelPlan channel, Judgement judgement)
    {
        foreach (var check in Checks)
        {
            if (!check.Passes(candidate, channel, judgement))
            {
                return false;
            }
        }

        return true;
    }

    private bool HasRoom(in Candidate candidate, ChannelPlan channel, Judgement judgement)
    {
        var verdict = _caps.Judge(candidate, channel, judgement);
        if (verdict.Passes)
        {
            return true;
        }

        var (reason, count, cap) = (CapCheck.Say(verdict), CapCheck.Count(verdict), verdict.Cap!);
        if (verdict.Outcome == CapOutcome.Drop)
        {
            return judgement.Refuse(CapCheck.Name, reason, count, cap.Name, channel.Name);
        }

        if (_deferral.Cap is null && verdict.Outcome == CapOutcome.Defer)
        {
            _deferral = new(channel, cap, count, reason, verdict.RoomAt!.Value);
        }

        return Next(CapCheck.Name, reason, count, cap.Name, judgement);
    }

    private static bool Hold(in CapDeferral deferral, Judgement judgement)
    {
        (judgement.Channel, judgement.At) = (deferral.Channel, deferral.RoomAt);
        return judgement.Hold(CapCheck.Name, $"{deferral.Reason} There is room again at {deferral.RoomAt}.", deferral.RoomAt, deferral.Input, deferral.Cap!.Name, deferral.Channel.Name);
    }

    private List<ChannelPlan> Order(in Candidate candidate)
    {
        var send = candidate.Trigger.Send;
        _order.Clear();
        _order.AddRange(send.Channels);
        var first = send.Prefer is { } prefer && _facts.Frame.Evaluate(prefer) is { Kind: ValueKind.String } name ? _order.FindIndex(channel => channel.Name == name.AsString)
            : send.PrefersResponse ? MostAnswered(candidate.State.Messaging)
            : -1;
        if (first > 0)
        {
            var preferred = _order[first];
            _order.RemoveAt(first);
            _order.Insert(0, preferred);
        }

        return _order;
    }

    private int MostAnswered(MessagingState state)
    {
        var (place, newest) = (-1, Timestamp.Beginning);
        for (var i = 0; i < _order.Count; i++)
        {
            if (state.On(_order[i].Id).AnsweredAt is var answered && answered > newest)
            {
                (place, newest) = (i, answered);
            }
        }

        return place;
    }

    private bool Wants(in Candidate candidate, ChannelPlan channel, Judgement judgement)
    {
        if (ReferenceEquals(channel.Consent, ConsentPlan.NotKept) && candidate.State.Messaging.Consents.IsEmpty)
        {
            return true;
        }

        var purpose = candidate.Trigger.Send.Purpose;
        var verdict = ConsentRule.Judge(channel.Consent, channel.Id, purpose, _facts.IdOf(purpose), candidate.State.Messaging.Consents);
        var input = verdict.Since is { } since ? $"{(verdict.IsGiven ? "given" : "withdrawn")} {since}" : verdict.IsGiven ? "assumed" : "not given";
        return verdict.IsGiven
            ? judgement.Pass("consent", input, purpose, channel.Name)
            : Next("consent", $"The customer does not want messages of the purpose `{purpose}` on {channel.Name}.", input, purpose, judgement);
    }

    private bool Reaches(in Candidate candidate, ChannelPlan channel, Judgement judgement)
    {
        if (_facts.Frame.Evaluate(channel.Address) is not { Kind: ValueKind.String, AsString: { Length: > 0 } address })
        {
            return Next(AddressName, $"The customer has no address on {Describe(channel)}.", null, channel.Address.Source, judgement);
        }

        judgement.Address = address;
        return judgement.Pass(AddressName, null, null, channel.Name);
    }

    /// <summary>Delivery is now, or when quiet hours end; never: nobody knows when.</summary>
    private void Plan(in Candidate candidate, ChannelPlan channel, Judgement judgement)
    {
        judgement.At = candidate.Now;
        if (_facts.QuietHours(candidate.Trigger, channel) is not { } hours)
        {
            return;
        }

        var zone = _facts.Zone();
        var verdict = QuietHoursRule.Judge(hours, new(candidate.Now, zone, candidate.State.Customer));
        if (verdict.IsQuiet)
        {
            judgement.At = verdict.ReleaseAt ?? Timestamp.Never;
        }
        else
        {
            judgement.ExpiresAt = Timestamp.Min(judgement.ExpiresAt, QuietHoursRule.NextQuiet(hours, candidate.Now, zone!));
        }
    }

    private bool IsOpen(in Candidate candidate, ChannelPlan channel, Judgement judgement)
    {
        judgement.IsBroadcast = false;
        if (channel.Reply is not { } reply)
        {
            return true;
        }

        var wrote = candidate.State.Messaging.On(channel.Id).WroteAt;
        Timestamp? last = wrote == Timestamp.Beginning ? null : wrote;
        var at = judgement.At == Timestamp.Never ? candidate.Now : judgement.At;
        var verdict = ReplyRule.Judge(reply, new(at, last, SentFacts.RepliesSince(candidate.State, channel, wrote), _sent.Broadcasts(candidate.State, channel), _facts.Zone()));
        var limit = $"within {DurationText.Say(reply.Within)}{(reply.AtMost is { } most ? FormattableString.Invariant($", at most {most}") : "")}";
        var input = last is { } heard ? FormattableString.Invariant($"{verdict.Count} since {heard}") : "the customer never wrote";
        if (verdict.Kind == ReplyKind.Closed)
        {
            return Next("reply-window", $"The channel {channel.Name} is closed: it opens when the customer writes.", input, limit, judgement);
        }

        judgement.IsBroadcast = verdict.Kind == ReplyKind.Broadcast;
        if (verdict.Kind == ReplyKind.Reply)
        {
            judgement.ExpiresAt = Timestamp.Min(judgement.ExpiresAt, wrote + reply.Within);
        }

        return judgement.Pass("reply-window", verdict.Kind == ReplyKind.Reply ? input : FormattableString.Invariant($"{verdict.Count} broadcasts"), limit, channel.Name);
    }

    private bool Next(string gate, string reason, string? input, string? limit, Judgement judgement)
    {
        _refusals.Add((gate, reason));
        judgement.Note(new(gate, GateResult.NextChannel, judgement.Channel!.Name, input, limit));
        return false;
    }

    private bool Refuse(in Candidate candidate, Judgement judgement) => _refusals.TrueForAll(refusal => refusal.Gate == AddressName)
        ? judgement.Refuse(AddressName, $"The customer has no address on {string.Join(" or ", candidate.Trigger.Send.Channels.Select(Describe))}.")
        : judgement.Refuse(_refusals[0].Gate, string.Join(' ', _refusals.Select(refusal => refusal.Reason)));

    private static string Describe(ChannelPlan channel) => $"{channel.Name} (`{channel.Address.Source}`)";
}
