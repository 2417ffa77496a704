using System.Globalization;
using Triggers.Engine.Decisions.Gates.Caps;
using Triggers.Engine.Decisions.Gates.Consent;
using Triggers.Engine.Decisions.Gates.QuietHours;
using Triggers.Engine.Decisions.Gates.Reply;
using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;
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
    private const string ConsentName = "consent";
    private const string AddressName = "address";
    private const string ReplyName = "reply-window";

    private readonly DecisionFacts _facts;
    private readonly CapCheck _caps;
    private readonly SentFacts _sent = new();
    private readonly Dictionary<StableId, ChannelTimes> _times;
    private readonly List<ChannelPlan> _order = [];
    private readonly List<ChannelRefusal> _refusals = [];
    private ZoneClock? _clock;

    /// <summary>Chooses by <paramref name="facts"/>.</summary>
    public ChannelGate(DecisionFacts facts)
    {
        (_facts, _caps) = (facts, new(facts));
        _times = facts.Plan.Channels.ToDictionary(channel => channel.Id, channel => ChannelTimes.Of(channel, facts.Messaging.Policies.QuietHours));
        Checks = [new(ConsentName, Wants), new(AddressName, Reaches), new(ReplyName, IsOpen), new(CapCheck.Name, HasRoom)];
    }

    /// <inheritdoc/>
    public string Name => "channel";

    /// <summary>What each channel is asked, in this order; a test may take one out.</summary>
    internal List<ChannelCheck> Checks { get; }

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        _refusals.Clear();
        _clock = _facts.Clock();
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
        var deferral = _refusals.FindIndex(static refusal => refusal.Cap is { Passes: false, Outcome: CapOutcome.Defer });
        return deferral < 0 ? Refuse(candidate, judgement) : Hold(_refusals[deferral], judgement);
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
        var verdict = _caps.Judge(candidate, channel, _clock, judgement);
        return verdict switch
        {
            { Passes: true } => true,
            { Outcome: CapOutcome.Drop } => judgement.Refuse(CapCheck.Name, Say(verdict), verdict.Count, verdict.Cap!.Name, channel.Name),
            _ => Next(new(CapCheck.Name, channel, verdict), verdict.Count, verdict.Cap!.Name, judgement),
        };
    }

    private static bool Hold(in ChannelRefusal deferral, Judgement judgement)
    {
        var (_, channel, verdict) = deferral;
        var roomAt = verdict.RoomAt!.Value;
        (judgement.Channel, judgement.At) = (channel, roomAt);
        return judgement.Hold(CapCheck.Name, $"{Say(verdict)} There is room again at {roomAt}.", roomAt, verdict.Count, verdict.Cap!.Name, channel.Name);
    }

    private List<ChannelPlan> Order(in Candidate candidate)
    {
        var send = candidate.Trigger.Send;
        _order.Clear();
        for (var i = 0; i < send.Channels.Count; i++)
        {
            _order.Add(send.Channels[i]);
        }

        var first = send.Prefer is { } prefer && _facts.Frame.Evaluate(prefer) is { Kind: ValueKind.String } name ? Place(name.AsString)
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

    private int Place(string name) => _order.FindIndex(channel => channel.Name == name);

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
        var verdict = ConsentRule.Judge(channel.Consent, channel.Id, purpose, candidate.Trigger.Send.PurposeId, candidate.State.Messaging.Consents);
        var input = verdict.Since is { } since ? new(verdict.IsGiven ? "given" : "withdrawn", since) : (GateText)(verdict.IsGiven ? "assumed" : "not given");
        return verdict.IsGiven
            ? judgement.Pass(ConsentName, input, purpose, channel.Name)
            : Next(new(ConsentName, channel), input, purpose, judgement);
    }

    private bool Reaches(in Candidate candidate, ChannelPlan channel, Judgement judgement)
    {
        if (_facts.Frame.Evaluate(channel.Address) is not { Kind: ValueKind.String, AsString: { Length: > 0 } address })
        {
            return Next(new(AddressName, channel), default, channel.Address.Source, judgement);
        }

        judgement.Address = address;
        return judgement.Pass(AddressName, null, null, channel.Name);
    }

    /// <summary>Delivery is now, or when quiet hours end; never: nobody knows when.</summary>
    private void Plan(in Candidate candidate, ChannelPlan channel, Judgement judgement)
    {
        judgement.At = candidate.Now;
        if (candidate.Trigger.Send.IgnoresQuietHours || _times[channel.Id].Quiet is not { } quiet)
        {
            return;
        }

        if (_clock is null)
        {
            judgement.At = Timestamp.Never;
            return;
        }

        var stretch = quiet.At(_clock, candidate.Now);
        if (QuietHoursRule.Judge(quiet.Hours, stretch, _clock.Zone, candidate.State.Customer).ReleaseAt is { } release)
        {
            judgement.At = release;
        }
        else
        {
            judgement.ExpiresAt = Timestamp.Min(judgement.ExpiresAt, stretch.To);
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
        var verdict = ReplyRule.Judge(reply, new(at, last, SentFacts.RepliesSince(candidate.State, channel, wrote), _sent.Broadcasts(candidate.State, channel), _clock));
        var limit = _times[channel.Id].ReplyWindow;
        var input = last is { } heard ? new(verdict.Count, "since", heard) : (GateText)"the customer never wrote";
        if (verdict.Kind == ReplyKind.Closed)
        {
            return Next(new(ReplyName, channel), input, limit, judgement);
        }

        judgement.IsBroadcast = verdict.Kind == ReplyKind.Broadcast;
        if (verdict.Kind == ReplyKind.Reply)
        {
            judgement.ExpiresAt = Timestamp.Min(judgement.ExpiresAt, wrote + reply.Within);
        }

        return judgement.Pass(ReplyName, verdict.Kind == ReplyKind.Reply ? input : new(verdict.Count, "broadcasts"), limit, channel.Name);
    }

    private bool Next(in ChannelRefusal refusal, GateText input, GateText limit, Judgement judgement)
    {
        _refusals.Add(refusal);
        judgement.Note(new(refusal.Check, GateResult.NextChannel, refusal.Channel.Name, input, limit));
        return false;
    }

    private bool Refuse(in Candidate candidate, Judgement judgement)
    {
        var send = candidate.Trigger.Send;
        return _refusals.TrueForAll(static refusal => refusal.Check == AddressName)
            ? judgement.Refuse(AddressName, $"The customer has no address on {string.Join(" or ", send.Channels.Select(Describe))}.")
            : judgement.Refuse(_refusals[0].Check, string.Join(' ', _refusals.Select(refusal => Say(refusal, send.Purpose))));
    }

    private static string Say(in ChannelRefusal refusal, string purpose) => refusal.Check switch
    {
        ConsentName => $"The customer does not want messages of the purpose `{purpose}` on {refusal.Channel.Name}.",
        AddressName => $"The customer has no address on {Describe(refusal.Channel)}.",
        ReplyName => $"The channel {refusal.Channel.Name} is closed: it opens when the customer writes.",
        _ => Say(refusal.Cap),
    };

    private static string Say(in CapVerdict verdict) => string.Create(
        CultureInfo.InvariantCulture, $"The cap `{verdict.Cap!.Name}` is full: the customer has had {verdict.Count} of {CapText.Write(verdict.Cap.Allowance)}.");

    private static string Describe(ChannelPlan channel) => $"{channel.Name} (`{channel.Address.Source}`)";
}
