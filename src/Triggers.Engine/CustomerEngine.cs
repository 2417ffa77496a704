using Triggers.Engine.Decisions;
using Triggers.Engine.Emission;
using Triggers.Engine.Identity;
using Triggers.Engine.Profiles;
using Triggers.Engine.Rules;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Time;

namespace Triggers.Engine;

/// <summary>
/// The pure function of the system: one customer's state, one input → the state after it, decisions, messages and timers. No clock, no I/O, no randomness, no
/// logging. One engine serves one plan and one thread (it reuses its frames); the plan may be shared.
/// </summary>
/// <remarks>
/// The stages in order: due timers → identity (duplicate? late?) → profile (traits) → rules (runs end and start) → decision (the gates) → emission. Data never makes a
/// step throw: a condition with an error is not true, a key with an error names no run.
/// </remarks>
public sealed class CustomerEngine
{
    private readonly StepFrame _frame = new();
    private readonly StartEvent _startEvent = new();
    private readonly List<Candidate> _atOnce = [];
    private readonly CustomerRecord _customer;
    private readonly TraitFold _traits;
    private readonly RuleIndex _index;
    private readonly RunRules _rules;
    private readonly GateChain _gates;
    private readonly Emitter _emitter;

    /// <summary>An engine for <paramref name="plan"/>.</summary>
    public CustomerEngine(WorkspacePlan plan)
    {
        Plan = plan;
        _customer = new(plan);
        _traits = new(plan);
        _index = new(plan);
        _rules = new(_index, _frame);
        _gates = new(_frame);
        _emitter = new(plan);
        _frame.ShowCustomer(_customer);
    }

    /// <summary>The rules in force.</summary>
    public WorkspacePlan Plan { get; }

    /// <summary>True when a step with an event of this type (ordinal) can change anything; other events touch no state.</summary>
    public bool Uses(int eventType) => _index.Names(eventType) || _traits.Reads(eventType);

    /// <summary>
    /// Changes <paramref name="state"/> in place and appends to <paramref name="output"/>. Due timers fire first, in order of deadline, then the event is applied.
    /// Returns how many timers fired.
    /// </summary>
    public int Step(CustomerState state, in StepInput input, StepOutput output)
    {
        output.Fate = EventFate.None;
        _customer.Show(state);
        var fired = FireDue(state, input.Now, input.Event is null ? input.TimerLimit : int.MaxValue, output);
        if (input.Event is not null)
        {
            Apply(state, input.Event, input.Now, output);
        }

        return fired;
    }

    private int FireDue(CustomerState state, Timestamp now, int limit, StepOutput output)
    {
        var fired = 0;
        while (fired < limit && state.Runs.TryTakeDue(now, out var run))
        {
            fired++;
            if (_index.Find(run.Trigger) is { } trigger)
            {
                Decide(new(trigger, run), state, now, output);
            }
            else
            {
                output.Runs.Add(new("", RunChangeKind.Orphaned, state.Customer, run.Key, run.Deadline));
            }
        }

        return fired;
    }

    private void Apply(CustomerState state, CustomerEvent cause, Timestamp now, StepOutput output)
    {
        if (cause.Time > now)
        {
            cause.ClampTime(now);
        }

        output.Fate = Admission.Admit(state, cause, now);
        if (output.Fate == EventFate.Duplicate)
        {
            return;
        }

        var late = output.Fate == EventFate.Late;
        if (!late)
        {
            _traits.Fold(state, cause);
        }

        _frame.ShowEvent(cause);
        _rules.Match(state, cause, now, late, output.Runs, _atOnce);
        foreach (var candidate in _atOnce)
        {
            Decide(candidate, state, now, output);
        }

        _atOnce.Clear();
    }

    private void Decide(in Candidate candidate, CustomerState state, Timestamp now, StepOutput output)
    {
        output.Runs.Add(new(candidate.Trigger.Name, RunChangeKind.Fired, state.Customer, candidate.Run.Key, candidate.Run.Deadline));
        _startEvent.Show(candidate);
        _frame.ShowEvent(_startEvent);
        var (gate, verdict) = _gates.Judge(candidate);
        if (gate is not null)
        {
            _emitter.Refuse(candidate, state, now, gate, verdict.Reason!, output);
        }
        else
        {
            _emitter.Send(candidate, state, now, verdict.Channel!, verdict.Address!, output);
        }
    }
}
