using Triggers.Engine.State;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Time;

namespace Triggers.Engine.Rules;

/// <summary>
/// Ends and starts runs. For each trigger that the event concerns, in the order of the plan: first its <c>until</c> entries, then its start. A late event only ends.
/// Runs without a wait do not enter the state: they are handed over as candidates.
/// </summary>
internal sealed class RunRules(RuleIndex index, StepFrame frame)
{
    /// <summary>Applies one event at log time <paramref name="now"/>; the frame shows it already.</summary>
    public void Match(CustomerState state, CustomerEvent cause, Timestamp now, bool late, List<RunChange> changes, List<Candidate> atOnce)
    {
        foreach (var rules in index.For(cause))
        {
            foreach (var until in rules.Until)
            {
                End(state, rules.Trigger, until, changes);
            }

            if (rules.Starts && !late && Start(state, rules.Trigger, cause, now, changes) is { } run)
            {
                Place(state, new(rules.Trigger, run), atOnce);
            }
        }
    }

    private static void Place(CustomerState state, Candidate begun, List<Candidate> atOnce)
    {
        if (begun.Trigger.Wait > TimeSpan.Zero)
        {
            state.Runs.Add(begun.Run);
        }
        else
        {
            atOnce.Add(begun);
        }
    }

    private void End(CustomerState state, TriggerPlan trigger, UntilPlan until, List<RunChange> changes)
    {
        if (state.Runs.Count(trigger.Id, key: null) > 0 && frame.Holds(until.Where) && TryKey(until.Key, out var key))
        {
            var ended = until.Key is null ? null : key;
            Report(changes, new(trigger.Name, RunChangeKind.Ended, state.Customer, ended, Deadline: null), state.Runs.Remove(trigger.Id, ended));
        }
    }

    private Run? Start(CustomerState state, TriggerPlan trigger, CustomerEvent cause, Timestamp now, List<RunChange> changes)
    {
        if (!frame.Holds(trigger.Where) || !TryKey(trigger.Key, out var key))
        {
            return null;
        }

        var waiting = trigger.Repeat == RepeatPolicy.Parallel ? 0 : state.Runs.Count(trigger.Id, key);
        if (waiting > 0 && trigger.Repeat == RepeatPolicy.Ignore)
        {
            return null;
        }

        if (waiting > 0)
        {
            // More than one can wait where the policy was `parallel` in an earlier version: one begins again, the others end.
            Report(changes, new(trigger.Name, RunChangeKind.Ended, state.Customer, key, Deadline: null), state.Runs.Remove(trigger.Id, key) - 1);
        }

        var deadline = Timestamp.Max(cause.Time + trigger.Wait, now);
        changes.Add(new(trigger.Name, waiting > 0 ? RunChangeKind.Restarted : RunChangeKind.Started, state.Customer, key, deadline));
        return new(trigger.Id, key, cause.Id, cause.Time, deadline, Capture(trigger, cause));
    }

    private bool TryKey(CompiledExpression? expression, out string key)
    {
        var text = expression is null ? RunKey.None : RunKey.TextOf(frame.Evaluate(expression));
        key = text ?? RunKey.None;
        return text is not null;
    }

    private static FieldSlot[] Capture(TriggerPlan trigger, CustomerEvent cause)
    {
        var slots = new List<FieldSlot>(trigger.Captured.Count);
        foreach (var field in trigger.Captured)
        {
            // The envelope is part of every run.
            if (field.Ordinal >= EventType.FirstField && cause[field.Ordinal] is { IsPresent: true } value)
            {
                slots.Add(new(field.Id, StoredValue.Of(value)));
            }
        }

        slots.Sort((left, right) => left.Id.Value.CompareTo(right.Id.Value));
        return [.. slots];
    }

    private static void Report(List<RunChange> changes, RunChange change, int times)
    {
        for (var i = 0; i < times; i++)
        {
            changes.Add(change);
        }
    }
}
