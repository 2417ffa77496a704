using Triggers.Engine.Index;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model;
using Triggers.Model.Events;
using Triggers.Model.Time;

namespace Triggers.Engine.Rules;

/// <summary>
/// Takes runs that are on their way through the steps of a trigger on, or ends them. An event takes a run on by one step at most; before that, what must not come before
/// the step is looked at. Steps are relaxed: events that no step asks for are passed by, unless the step is strict.
/// </summary>
internal sealed class StepRules(StepFrame frame, StepFrames frames)
{
    private readonly List<Run> _changed = [];
    private readonly CapturedBlock _captured = new();
    private Run? _waits;

    /// <summary>
    /// Applies an event to the runs of a trigger; the frame shows it. Runs whose steps are all done and that do not wait are appended to <paramref name="done"/>. True when
    /// the event was a step of some run.
    /// </summary>
    public bool Advance(CustomerState state, TriggerPlan trigger, CustomerEvent cause, Timestamp now, in TriggerHits hits, List<RunChange> changes, List<Run> done)
    {
        var used = false;
        _changed.Clear();
        for (var i = 0; i < state.Runs.Count;)
        {
            var run = state.Runs[i];
            _waits = null;
            var verdict = run.Trigger != trigger.Id || RunClock.IsComplete(trigger, run) ? StepVerdict.Untouched : Apply(state, trigger, cause, now, hits, ref run);
            if (verdict == StepVerdict.Untouched)
            {
                i++;
                continue;
            }

            used |= verdict is StepVerdict.Advanced or StepVerdict.Seen;
            i = TakeOut(state, i);
            if (verdict == StepVerdict.Ended)
            {
                changes.Add(new(trigger.Name, RunChangeKind.Ended, state.Customer, state.Heap.Text(run.Key), run.Deadline));
                Outcomes.Record(state, trigger.Id, RunOutcome.Ended, cause.Time, StableId.Of(cause.EventType.Name), state.Heap[run.Key]);
            }
            else
            {
                Place(state, trigger, run, verdict, changes, done);
            }
        }

        foreach (var run in _changed)
        {
            state.Runs.Add(run);
        }

        return used;
    }

    /// <summary>What a run becomes when the time of its step is over: null when it ends, else taken on.</summary>
    public static Run? OverTime(TriggerPlan trigger, Run run, Timestamp now)
    {
        // Without `within` nothing is over: the run has waited as long as a run may.
        if (trigger.Steps[run.Step] is { Kind: StepKind.Event } or { Within: null })
        {
            return null;
        }

        RunClock.Enter(trigger, ref run, run.Step + 1, run.Deadline, now);
        return run;
    }

    /// <summary>Keeps of an event what later conditions read.</summary>
    public void Capture(CustomerState state, StepPlan step, CustomerEvent source, ref Run run) =>
        run.Captured = _captured.Capture(state.Heap, run.Captured, step, source);

    private void Place(CustomerState state, TriggerPlan trigger, in Run run, StepVerdict verdict, List<RunChange> changes, List<Run> done)
    {
        if (verdict == StepVerdict.Advanced)
        {
            changes.Add(new(trigger.Name, RunChangeKind.Advanced, state.Customer, state.Heap.Text(run.Key), run.Deadline));
        }

        (RunClock.IsComplete(trigger, run) && trigger.Wait == TimeSpan.Zero ? done : _changed).Add(run);
    }

    /// <summary>Takes the run at a position out, unless it waits on as it is; gives the position of the next one. A crowded customer has none that waits on beside another.</summary>
    private int TakeOut(CustomerState state, int place)
    {
        if (_waits is { } waits && state.WaitingRuns + _changed.Count < CustomerState.MostRuns)
        {
            if (waits.Step == state.Runs[place].Step)
            {
                return place + 1;
            }

            _changed.Add(waits);
        }

        state.Runs.RemoveAt(place);
        return place;
    }

    private StepVerdict Apply(CustomerState state, TriggerPlan trigger, CustomerEvent cause, Timestamp now, in TriggerHits hits, ref Run run)
    {
        var steps = trigger.Steps;
        if (cause.Time < run.StepAt)
        {
            return StepVerdict.Untouched;
        }

        for (var guard = run.Step - 1; guard >= 0 && steps[guard].Kind == StepKind.Guard; guard--)
        {
            if (Hits(state, trigger, hits, guard, run))
            {
                return StepVerdict.Ended;
            }
        }

        var step = steps[run.Step];
        var isHit = Hits(state, trigger, hits, run.Step, run);
        switch (step.Kind)
        {
            case StepKind.Absence:
                return isHit ? StepVerdict.Ended : StepVerdict.Untouched;
            case StepKind.NotNext when isHit:
                return StepVerdict.Ended;
            case StepKind.NotNext:
                RunClock.Enter(trigger, ref run, run.Step + 1, run.StepAt, now);
                return RunClock.IsComplete(trigger, run) ? StepVerdict.Advanced : Next(Apply(state, trigger, cause, now, hits, ref run));
            default:
                return isHit && IsInTime(step, run, cause) ? Take(state, trigger, cause, now, ref run) : step.IsStrict ? StepVerdict.Ended : StepVerdict.Untouched;
        }
    }

    /// <summary>A run that got past the very next event has changed, even when that event does not concern the step behind.</summary>
    private static StepVerdict Next(StepVerdict verdict) => verdict == StepVerdict.Untouched ? StepVerdict.Passed : verdict;

    private static bool IsInTime(StepPlan step, in Run run, CustomerEvent cause) => step.Within is not { } within || cause.Time - run.StepAt <= within;

    /// <summary>The step takes the event; with <c>each</c> the run also stays as it is and waits for the next one.</summary>
    private StepVerdict Take(CustomerState state, TriggerPlan trigger, CustomerEvent cause, Timestamp now, ref Run run)
    {
        var step = trigger.Steps[run.Step];
        if (step.IsEach)
        {
            _waits = run;
        }

        run.Later = _captured.Append(state.Heap, run.Later, cause);
        Capture(state, step, cause, ref run);
        if (run.Seen + 1 < step.AtLeast)
        {
            run.Seen++;
            return StepVerdict.Seen;
        }

        RunClock.Enter(trigger, ref run, run.Step + 1, cause.Time, now);
        return StepVerdict.Advanced;
    }

    private bool Hits(CustomerState state, TriggerPlan trigger, in TriggerHits hits, int place, in Run run)
    {
        var bit = 1UL << place;
        if ((hits.Steps & bit) == 0)
        {
            return false;
        }

        if ((hits.CertainSteps & bit) != 0)
        {
            return true;
        }

        if (trigger.Steps[place].ReadsSteps)
        {
            frames.ShowSteps(state.Heap, run, trigger.Steps);
        }

        return frame.Holds(trigger.Steps[place].Where);
    }
}
