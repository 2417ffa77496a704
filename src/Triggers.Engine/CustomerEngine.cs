using Triggers.Engine.Decisions;
using Triggers.Engine.Decisions.Emission;
using Triggers.Engine.Identity;
using Triggers.Engine.Index;
using Triggers.Engine.Leases;
using Triggers.Engine.Profiles;
using Triggers.Engine.Rules;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Events;
using Triggers.Model.Time;

namespace Triggers.Engine;

/// <summary>
/// The pure function of the system: one customer's state, one input → the state after it, decisions, messages and timers; budgets and codes are drawn from its partition's
/// leases. No clock, no I/O, no randomness, no logging. One engine serves one plan and one thread (it reuses its frames); the plan may be shared.
/// </summary>
/// <remarks>
/// The stages in order: due timers → identity (duplicate? late?) → profile (traits, segments) → rules (runs end, go on and start) → decision (the gates) → emission. Data
/// never makes a step throw: a condition with an error is not true, a key with an error names no run.
/// </remarks>
public sealed class CustomerEngine
{
    private readonly StepFrame _frame = new();
    private readonly SubscriptionHits _hits = new();
    private readonly List<Candidate> _atOnce = [];
    private readonly CustomerRecord _customer;
    private readonly RuleIndex _index;
    private readonly ProfileStage _profile;
    private readonly RunRules _rules;
    private readonly StepFrames _steps;
    private readonly MembershipStarts _membershipStarts;
    private readonly CalendarStarts _calendars;
    private readonly CustomerWords _words;
    private readonly DecisionStage _decisions;
    private readonly Draws _draws = new();
    private CustomerEvent? _matched;

    /// <summary>An engine for <paramref name="plan"/>.</summary>
    public CustomerEngine(WorkspacePlan plan)
    {
        Plan = plan;
        _index = new(plan);
        _steps = new(_frame);
        _profile = new(plan, _index, _frame);
        _customer = new(plan, _profile.Traits);
        _rules = new(plan, _index, _frame, _steps);
        _membershipStarts = new(plan, _rules);
        _calendars = new(plan, _frame, _rules);
        _words = new(plan, _index, _frame, _draws);
        _decisions = new(plan, _index, _frame, _steps, _draws);
        _frame.ShowCustomer(_customer);
    }

    /// <summary>The rules in force.</summary>
    public WorkspacePlan Plan { get; }

    /// <summary>The gates between a rule that matched and its message.</summary>
    internal GateChain Gates => _decisions.Chain;

    /// <summary>True when an event of this type (ordinal) can change anything; other events touch no state.</summary>
    public bool Uses(int eventType) => _index.Names(eventType);

    /// <summary>
    /// True when a step with this event can change anything, as far as the event alone tells: traits read it, or the conditions of a trigger let it through. Other events
    /// touch no state. The answer serves the next <see cref="Step"/> with the same event.
    /// </summary>
    public bool Concerns(CustomerEvent candidate)
    {
        _index.Match(candidate, _hits);
        _matched = candidate;
        return _hits.Count > 0;
    }

    /// <summary>
    /// Changes <paramref name="state"/> in place and appends to <paramref name="output"/>. Due timers fire first, in order of deadline, then the event is applied.
    /// Returns how many timers fired.
    /// </summary>
    public int Step(CustomerState state, in StepInput input, StepOutput output)
    {
        output.Fate = EventFate.None;
        _customer.Show(state);
        _draws.Show(input.Leases);
        if (_profile.Adopt(state))
        {
            _calendars.Adopt(state, input.Now);
        }

        var fired = FireDue(state, input.Now, input.Event is null ? input.TimerLimit : int.MaxValue, output);
        if (input.Event is not null)
        {
            if (!ReferenceEquals(_matched, input.Event))
            {
                Concerns(input.Event);
            }

            _matched = null;
            Apply(state, input.Event, input.Now, output);
        }

        return fired;
    }

    private int FireDue(CustomerState state, Timestamp now, int limit, StepOutput output)
    {
        var (fired, instant) = (0, Timestamp.Never);
        for (var due = state.NextDeadline; due <= now && due != Timestamp.Never && (fired < limit || due == instant); due = state.NextDeadline)
        {
            fired++;
            instant = due;
            _profile.Advance(state, due);
            if (state.Memberships.ChangesAt == due)
            {
                var first = output.Memberships.Count;
                _profile.JudgeWindows(state, output.Memberships);
                _calendars.Arm(state, now);
                _membershipStarts.Start(state, output, first, cause: null, now, _atOnce);
            }
            else if (state.Triggers.EarliestCalendar == due)
            {
                _calendars.Fire(state, due, now, output.Runs, _atOnce);
            }
            else if (state.Runs.Earliest == due)
            {
                FireRun(state, now, output);
            }
            else
            {
                _decisions.Wake(state, now, output, _atOnce);
            }

            if (!_decisions.JudgesTogether || state.NextDeadline != due)
            {
                Decide(output);
            }
        }

        return fired;
    }

    private void FireRun(CustomerState state, Timestamp now, StepOutput output)
    {
        var run = state.Runs.TakeFirst();
        if (_index.Find(run.Trigger) is not { } trigger)
        {
            output.Runs.Add(new("", RunChangeKind.Orphaned, state.Customer, state.Heap.Text(run.Key), run.Deadline));
        }
        else if (RunClock.IsComplete(trigger, run))
        {
            _atOnce.Add(new(trigger, run, state, now));
        }
        else if (StepRules.OverTime(trigger, run, run.Deadline) is not { } next)
        {
            output.Runs.Add(new(trigger.Name, RunChangeKind.Expired, state.Customer, state.Heap.Text(run.Key), run.Deadline));
            Outcomes.Record(state, trigger.Id, RunOutcome.Expired, run.Deadline, StableId.Of(trigger.Steps[run.Step].Event.Name), state.Heap[run.Key]);
        }
        else if (RunClock.IsComplete(trigger, next) && trigger.Wait == TimeSpan.Zero)
        {
            _atOnce.Add(new(trigger, next, state, now));
        }
        else
        {
            output.Runs.Add(new(trigger.Name, RunChangeKind.Advanced, state.Customer, state.Heap.Text(run.Key), next.Deadline));
            state.Runs.Add(next);
        }
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
        _frame.ShowEvent(cause);
        var first = output.Memberships.Count;
        var words = late ? _profile.SkipTraits(_hits) : _profile.Apply(state, cause, _hits, output.Memberships);
        var triggers = _words.Apply(state, cause, _hits, words);
        if (!late && _profile.Changed)
        {
            _calendars.Arm(state, now);
        }

        _rules.Match(state, cause, now, late, _hits, triggers, output.Runs, _atOnce);
        _membershipStarts.Start(state, output, first, cause, now, _atOnce);
        _decisions.Cancel(_rules.Cancelled, state, cause.EventType.Name, now, output);
        if (_words.Forbids)
        {
            _decisions.Withdraw(state, now, output);
        }

        _decisions.WakeTimeless(state, now, output, _atOnce);
        Decide(output);
    }

    private void Decide(StepOutput output)
    {
        _decisions.Decide(_atOnce, output);
        _atOnce.Clear();
    }
}
