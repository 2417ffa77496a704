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
    private readonly List<Run> _underway = [];
    private readonly CapturedBlock _captured = new();

    /// <summary>
    /// Applies an event to the runs of a trigger; the frame shows it. Runs whose steps are all done and that do not wait are appended to <paramref name="done"/>. True when
    /// the event was a step of some run.
    /// </summary>
    public bool Advance(CustomerState state, TriggerPlan trigger, CustomerEvent cause, Timestamp now, in TriggerHits hits, List<RunChange> changes, List<Run> done)
    {
        TakeUnderway(state, trigger);
        var used = false;
        foreach (var taken in _underway)
        {
            var run = taken;
            switch (Apply(state, trigger, cause, now, hits, ref run))
            {
                case StepVerdict.Advanced:
                    used = true;
                    Place(state, trigger, run, changes, done);
                    break;
                case StepVerdict.Seen:
                    used = true;
                    state.Runs.Add(run);
                    break;
                case StepVerdict.Ended:
                    changes.Add(new(trigger.Name, RunChangeKind.Ended, state.Customer, state.Heap.Text(run.Key), run.Deadline));
                    Outcomes.Record(state, trigger.Id, RunOutcome.Ended, cause.Time, StableId.Of(cause.EventType.Name), run.Key);
                    break;
                default:
                    state.Runs.Add(run);
                    break;
            }
        }

        return used;
    }

    /// <summary>What a run becomes when the time of its step is over: null when it ends, else taken on.</summary>
    public static Run? OverTime(TriggerPlan trigger, Run run, Timestamp now)
    {
        if (trigger.Steps[run.Step].Kind == StepKind.Event)
        {
            return null;
        }

        RunClock.Enter(trigger, ref run, run.Step + 1, run.Deadline, now);
        return run;
    }

    /// <summary>Keeps of an event what later conditions read.</summary>
    public void Capture(CustomerState state, StepPlan step, CustomerEvent source, ref Run run) =>
        run.Captured = _captured.Capture(state.Heap, run.Captured, step, source);

    private static void Place(CustomerState state, TriggerPlan trigger, in Run run, List<RunChange> changes, List<Run> done)
    {
        changes.Add(new(trigger.Name, RunChangeKind.Advanced, state.Customer, state.Heap.Text(run.Key), run.Deadline));
        if (RunClock.IsComplete(trigger, run) && trigger.Wait == TimeSpan.Zero)
        {
            done.Add(run);
        }
        else
        {
            state.Runs.Add(run);
        }
    }

    private void TakeUnderway(CustomerState state, TriggerPlan trigger)
    {
        _underway.Clear();
        for (var i = 0; i < state.Runs.Count;)
        {
            if (state.Runs[i].Trigger == trigger.Id && !RunClock.IsComplete(trigger, state.Runs[i]))
            {
                _underway.Add(state.Runs[i]);
                state.Runs.RemoveAt(i);
            }
            else
            {
                i++;
            }
        }
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
            state.Runs.Add(run);
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
