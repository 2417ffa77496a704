using System.Runtime.InteropServices;
using Triggers.Engine.Decisions.Emission;
using Triggers.Engine.Decisions.Gates;
using Triggers.Engine.Index;
using Triggers.Engine.Leases;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;

namespace Triggers.Engine.Decisions;

/// <summary>
/// Candidates → decisions, and the messages of those that no gate refuses or holds. Those of one moment are judged one after the other: mandatory ones first, then by
/// priority, then by the value of their offers, then in the order in which they came.
/// </summary>
internal sealed class DecisionStage
{
    private readonly DecisionFacts _facts;
    private readonly RuleIndex _index;
    private readonly StepFrames _steps;
    private readonly Emitter _emitter;
    private readonly Bookings _bookings;
    private readonly EligibilityGate _offers;
    private readonly Judgement _judgement = new();
    private readonly Dictionary<string, StableId> _gateIds = new(StringComparer.Ordinal);
    private readonly List<(Candidate Candidate, double Value)> _ranked = [];

    /// <summary>The gates of <paramref name="plan"/>.</summary>
    public DecisionStage(WorkspacePlan plan, RuleIndex index, StepFrame frame, StepFrames steps, Draws draws)
    {
        (_index, _steps) = (index, steps);
        _facts = new(plan, frame, draws);
        _emitter = new(plan);
        _bookings = new(_facts);
        _offers = new(_facts);
        Chain = new(_facts);
        var policies = plan.Messaging.Policies;
        JudgesTogether = policies.Collect > TimeSpan.Zero || policies.Groups.Count > 0 || policies.Caps.Count > 0 ||
            plan.Messaging.Offers.Any(offer => offer.Limit is not null || offer.Pool is not null) || plan.Budgets.Any();
    }

    /// <summary>All gates in their order.</summary>
    internal GateChain Chain { get; }

    /// <summary>True when candidates of one moment can stand in each other's way.</summary>
    public bool JudgesTogether { get; }

    /// <summary>Decides on the candidates of one moment.</summary>
    public void Decide(List<Candidate> candidates, StepOutput output)
    {
        if (candidates.Count < 2 || !JudgesTogether)
        {
            foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(candidates))
            {
                Decide(candidate, output);
            }

            return;
        }

        _ranked.Clear();
        foreach (var candidate in candidates)
        {
            _steps.ShowEnd(candidate);
            Rank(candidate, _offers.ValueOf(candidate));
        }

        foreach (var (candidate, _) in _ranked)
        {
            Decide(candidate, output);
        }
    }

    /// <summary>Takes the first held candidate out, which is due, to be judged again.</summary>
    public void Wake(CustomerState state, Timestamp now, StepOutput output, List<Candidate> atOnce) => Wake(0, state, now, output, atOnce);

    private void Wake(int place, CustomerState state, Timestamp now, StepOutput output, List<Candidate> atOnce)
    {
        var held = state.Messaging.Take(place);
        _bookings.Free(state, held.Id);
        if (_index.Find(held.Run.Trigger) is { } trigger)
        {
            atOnce.Add(Again(trigger, held, state, now));
        }
        else
        {
            output.Runs.Add(new("", RunChangeKind.Orphaned, state.Customer, state.Heap.Text(held.Run.Key), held.WakeAt));
        }
    }

    /// <summary>After an event of the customer: those whose clock was not known are judged again.</summary>
    public void WakeTimeless(CustomerState state, Timestamp now, StepOutput output, List<Candidate> atOnce)
    {
        for (var i = state.Messaging.Held.Length - 1; i >= 0 && state.Messaging.Held[i].WakeAt == Timestamp.Never; i--)
        {
            Wake(i, state, now, output, atOnce);
        }
    }

    /// <summary>The customer has withdrawn consent or complained: refuses the held candidates that this forbids.</summary>
    public void Withdraw(CustomerState state, Timestamp now, StepOutput output)
    {
        for (var i = 0; i < state.Messaging.Held.Length; i++)
        {
            var held = state.Messaging.Held[i];
            if (_index.Find(held.Run.Trigger) is { } trigger && Again(trigger, held, state, now) is var candidate && Chain.IsForbidden(candidate, _judgement))
            {
                state.Messaging.Take(i--);
                Refused(candidate, output);
            }
        }
    }

    /// <summary>An <c>until</c> event came while candidates were held: they are refused by it.</summary>
    public void Cancel(List<HeldCandidate> cancelled, CustomerState state, string by, Timestamp now, StepOutput output)
    {
        foreach (var held in cancelled)
        {
            var candidate = Again(_index.Find(held.Run.Trigger)!, held, state, now);
            _judgement.Begin(candidate);
            _judgement.Refuse("until", $"{by} came while it was held.", by);
            Refused(candidate, output);
        }

        cancelled.Clear();
    }

    private static Candidate Again(TriggerPlan trigger, in HeldCandidate held, CustomerState state, Timestamp now) =>
        new(trigger, held.Run, state, now) { HeldSince = held.Since, HeldId = held.Id };

    private void Rank(in Candidate candidate, double value)
    {
        var place = _ranked.Count;
        while (place > 0 && IsBefore(candidate, value, _ranked[place - 1].Candidate, _ranked[place - 1].Value))
        {
            place--;
        }

        _ranked.Insert(place, (candidate, value));
    }

    private static bool IsBefore(in Candidate left, double leftValue, in Candidate right, double rightValue)
    {
        var (mine, theirs) = (left.Trigger.Send, right.Trigger.Send);
        return mine.Mandatory != theirs.Mandatory ? mine.Mandatory : mine.Priority != theirs.Priority ? mine.Priority > theirs.Priority : leftValue > rightValue;
    }

    private void Decide(in Candidate candidate, StepOutput output)
    {
        var (trigger, run, state, now) = candidate;
        if (candidate.HeldSince is null)
        {
            output.Runs.Add(new(trigger.Name, RunChangeKind.Fired, state.Customer, candidate.Key, run.Deadline));
        }

        _steps.ShowEnd(candidate);
        _facts.Forget(state.Messaging, now);
        Chain.Judge(candidate, _judgement);
        switch (_judgement.Outcome)
        {
            case Outcome.Refused:
                Refused(candidate, output);
                break;
            case Outcome.Held:
                var held = _emitter.Decide(candidate, _judgement, _bookings.Places(candidate, _judgement), output);
                _bookings.Hold(candidate, _judgement, held.Id);
                Outcomes.Record(state, trigger.Id, RunOutcome.Held, now, GateId(_judgement.Gate!), state.Heap[run.Key]);
                break;
            default:
                var sent = _emitter.Send(candidate, _judgement, _bookings.Places(candidate, _judgement), output);
                _bookings.Send(candidate, _judgement, sent.Id);
                ReEntry.Sent(candidate);
                Outcomes.Record(state, trigger.Id, RunOutcome.Sent, now, default, state.Heap[run.Key]);
                break;
        }
    }

    private void Refused(in Candidate candidate, StepOutput output)
    {
        _emitter.Decide(candidate, _judgement, [], output);
        _bookings.Release(candidate);
        Outcomes.Record(candidate.State, candidate.Trigger.Id, RunOutcome.Refused, candidate.Now, GateId(_judgement.Gate!), candidate.State.Heap[candidate.Run.Key]);
    }

    private StableId GateId(string gate) => _gateIds.TryGetValue(gate, out var id) ? id : _gateIds[gate] = StableId.Of(gate);
}
