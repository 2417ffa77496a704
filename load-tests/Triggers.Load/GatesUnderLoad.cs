using Triggers.Engine;
using Triggers.Engine.Decisions;
using Triggers.Engine.Index;
using Triggers.Engine.Leases;
using Triggers.Engine.Profiles;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Verdicts;

namespace Triggers.Load;

/// <summary>The chain of gates alone, as the engine asks it: every gate judges a candidate, and what it takes is booked, so that the next one finds it. No decision is written.</summary>
internal sealed class GatesUnderLoad
{
    private readonly GateRules _rules;
    private readonly TriggerPlan _trigger;
    private readonly DecisionFacts _facts;
    private readonly GateChain _chain;
    private readonly Bookings _bookings;
    private readonly Judgement _judgement = new();
    private readonly CustomerState _state = new(GateRules.Key);
    private readonly string[] _ids = [.. Enumerable.Range(0, GateRules.InARow).Select(i => $"{i:x32}")];

    /// <summary>The gates of these rules.</summary>
    internal GatesUnderLoad(GateRules rules)
    {
        var frame = new StepFrame();
        var index = new RuleIndex(rules.Plan);
        var customer = new CustomerRecord(rules.Plan, new ProfileStage(rules.Plan, index, frame).Traits);
        _rules = rules;
        _trigger = rules.Plan.Triggers.Single(trigger => trigger.Name == "seen");
        var draws = new Draws();
        draws.Show(rules.Leases);
        _facts = new(rules.Plan, frame, draws);
        (_chain, _bookings) = (new(_facts), new(_facts));
        frame.ShowCustomer(customer);
        customer.Show(_state);
        Restore();
    }

    /// <summary>The customer again as she was before the first candidate.</summary>
    internal void Restore() => _rules.Restore(_state);

    /// <summary>Judges and books the candidate of this number, 0 to <see cref="GateRules.InARow"/> − 1.</summary>
    /// <exception cref="InvalidOperationException">A gate does not let it pass.</exception>
    internal void Judge(int number)
    {
        var now = GateRules.At(number);
        var candidate = new Candidate(_trigger, new() { Trigger = _trigger.Id, StartedAt = now, Deadline = now }, _state, now);
        _facts.Forget(_state.Messaging, now);
        _chain.Judge(candidate, _judgement);
        if (_judgement.Outcome != Outcome.Sent)
        {
            throw new InvalidOperationException($"{_judgement.Gate}: {_judgement.Reason}");
        }

        _bookings.Send(candidate, _judgement, _ids[number]);
        ReEntry.Sent(candidate);
    }
}
