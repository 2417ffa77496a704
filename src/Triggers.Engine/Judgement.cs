using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;

namespace Triggers.Engine;

/// <summary>
/// What the gates have said so far about one candidate, and what they have chosen. Reused: <see cref="Begin"/> empties it. What a gate looked at is handed over as what it is
/// made of (<see cref="GateText"/>; plain texts, numbers and instants become one) and written with the decision record.
/// </summary>
internal sealed class Judgement
{
    /// <summary>What refuses a candidate that would be held while as many runs of the customer wait as may.</summary>
    public const string CrowdName = "crowd";

    private readonly List<GateRecord> _records = [];
    private GateRecord[] _said = [];
    private int _waitingRuns;

    /// <summary>What becomes of it; sent until a gate says otherwise.</summary>
    public Outcome Outcome { get; private set; }

    /// <summary>The gate that refused or holds; null: none.</summary>
    public string? Gate { get; private set; }

    /// <summary>Why, one sentence for people.</summary>
    public string? Reason { get; private set; }

    /// <summary>When a held candidate is judged again; never: at the customer's next event.</summary>
    public Timestamp WakeAt { get; private set; }

    /// <summary>The offer chosen; null: none so far.</summary>
    public OfferPlan? Offer { get; set; }

    /// <summary>The offers that the customer may get, best first.</summary>
    public List<OfferPlan> Choices { get; } = [];

    /// <summary>The channel chosen; null: none so far.</summary>
    public ChannelPlan? Channel { get; set; }

    /// <summary>The customer's address on it; empty before it was asked for.</summary>
    public string Address { get; set; } = "";

    /// <summary>When the message is delivered: now, or at the end of quiet hours.</summary>
    public Timestamp At { get; set; }

    /// <summary>Not to be delivered at this instant or later; never: at any time.</summary>
    public Timestamp ExpiresAt { get; set; }

    /// <summary>It goes out while the channel's reply window is closed.</summary>
    public bool IsBroadcast { get; set; }

    /// <summary>What it costs, one draw a budget; not booked yet.</summary>
    public List<BudgetDraw> Budgets { get; } = [];

    /// <summary>Index of the code in the offer's pool; null: it brings none. Not drawn yet.</summary>
    public int? Code { get; set; }

    /// <summary>The customer's form of the offer; null: it has only one.</summary>
    public VariantPlan? Variant { get; set; }

    /// <summary>Language of the content; null without.</summary>
    public string? Locale { get; set; }

    /// <summary>The finished content.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Content { get; set; } = [];

    /// <summary>Id of the candidate that it lost to; null: none.</summary>
    public string? WinnerId { get; set; }

    /// <summary>What each gate saw and said, as a list that stays as it is. Most candidates pass the same gates, which look at nothing of theirs: they have one list.</summary>
    public IReadOnlyList<GateRecord> Records
    {
        get
        {
            if (!SaysTheSame())
            {
                _said = _records.ToArray();
            }

            return _said;
        }
    }

    /// <summary>Nothing has been said about this candidate yet.</summary>
    public void Begin(in Candidate candidate)
    {
        _records.Clear();
        (Outcome, Gate, Reason, WakeAt) = (Outcome.Sent, null, null, Timestamp.Never);
        (Offer, Channel, Address, At, IsBroadcast) = (null, null, "", candidate.Now, false);
        ExpiresAt = candidate.Trigger.Send.Expires is { } expires ? candidate.Since + expires : Timestamp.Never;
        (Variant, Locale, Content, WinnerId, Code) = (null, null, [], null, null);
        _waitingRuns = candidate.State.WaitingRuns;
        Budgets.Clear();
        Choices.Clear();
    }

    /// <summary>Writes down what a gate saw; the candidate goes on.</summary>
    public bool Note(in GateRecord record)
    {
        _records.Add(record);
        return true;
    }

    /// <summary>A gate lets it pass.</summary>
    public bool Pass(string gate, GateText input, GateText limit, string? channel = null) => Note(new(gate, GateResult.Passed, channel, input, limit));

    /// <summary>A gate refuses it.</summary>
    public bool Refuse(string gate, string reason, GateText input = default, GateText limit = default, string? channel = null)
    {
        (Outcome, Gate, Reason) = (Outcome.Refused, gate, reason);
        _records.Add(new(gate, GateResult.Refused, channel, input, limit));
        return false;
    }

    /// <summary>A gate holds it; never: until the customer's next event. Refused instead when it would be too old by then, or too many runs of the customer wait.</summary>
    public bool Hold(string gate, string reason, Timestamp wakeAt, GateText input = default, GateText limit = default, string? channel = null)
    {
        if (wakeAt != Timestamp.Never && wakeAt >= ExpiresAt)
        {
            _records.Add(new(gate, GateResult.Held, channel, input, limit));
            return Refuse("expires", $"{reason} By then it would be too old: it expires at {ExpiresAt}.", wakeAt, ExpiresAt);
        }

        _records.Add(new(gate, GateResult.Held, channel, input, limit));
        if (_waitingRuns >= CustomerState.MostRuns)
        {
            return Refuse(CrowdName, $"{reason} But {_waitingRuns} runs of the customer wait already.", _waitingRuns, CustomerState.MostRuns);
        }

        (Outcome, Gate, Reason, WakeAt) = (Outcome.Held, gate, reason, wakeAt);
        return false;
    }

    /// <summary>True when the gates said what they said of the candidate before, as far as can be told at once.</summary>
    private bool SaysTheSame()
    {
        if (_said.Length != _records.Count)
        {
            return false;
        }

        for (var i = 0; i < _said.Length; i++)
        {
            ref readonly var before = ref _said[i];
            var (gate, result, channel, input, limit) = _records[i];
            if (gate != before.Gate || result != before.Result || channel != before.Channel || !input.IsNothing || !limit.IsNothing || !before.Input.IsNothing || !before.Limit.IsNothing)
            {
                return false;
            }
        }

        return true;
    }
}
