using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>How one run goes through the steps of its trigger. Pure: a run and what happens → the run afterwards.</summary>
internal static class NaiveSteps
{
    private const long LongestStep = 90 * Clock.Day;

    /// <summary>The run that an event of the first step begins.</summary>
    public static NaiveRun Begin(NaiveTrigger trigger, NaiveRun run, NaiveEvent happened, long now)
    {
        var first = trigger.Steps[0];
        var began = Keep(trigger, run, first, happened);
        return first.AtLeast > 1 ? Enter(trigger, began, 0, happened.Time, now) with { Seen = 1 } : Enter(trigger, began, 1, happened.Time, now);
    }

    /// <summary>The run as it comes to wait for a step, or for its deadline after the last one. Guards are nothing to wait for.</summary>
    public static NaiveRun Enter(NaiveTrigger trigger, NaiveRun run, int step, long from, long now)
    {
        while (step < trigger.Steps.Count && trigger.Steps[step].Kind == StepKind.Guard)
        {
            step++;
        }

        // An event exactly at the end of `within` is in time, so the wait for it is over one millisecond later.
        var due = step == trigger.Steps.Count ? from + trigger.Wait
            : trigger.Steps[step].Within is not { } within ? Math.Max(from, now) + LongestStep
            : trigger.Steps[step].Kind == StepKind.Event ? from + within + 1
            : from + within;
        return run with { Step = step, Seen = 0, StepAt = from, Deadline = Math.Max(due, now) };
    }

    /// <summary>The run when the time of its step is over; null: it ends.</summary>
    public static NaiveRun? OverTime(NaiveTrigger trigger, NaiveRun run, long now) =>
        trigger.Steps[run.Step] is { Kind: StepKind.Absence or StepKind.NotNext, Within: not null } ? Enter(trigger, run, run.Step + 1, run.Deadline, run.Deadline) : null;

    /// <summary>What an event does to a run that is on its way.</summary>
    public static NaiveOutcome On(NaiveTrigger trigger, NaiveRun run, NaiveEvent happened, long now, INaiveView customer)
    {
        if (happened.Time < run.StepAt)
        {
            return new(NaiveFate.Untouched, run);
        }

        var waiting = run;
        while (waiting.Step < trigger.Steps.Count)
        {
            var step = trigger.Steps[waiting.Step];
            var isIt = Is(step, happened, waiting, customer);
            if (GuardsBefore(trigger, waiting.Step).Any(guard => Is(guard, happened, waiting, customer)) || (isIt && step.Kind != StepKind.Event))
            {
                return new(NaiveFate.Ended, run);
            }

            if (step.Kind == StepKind.NotNext)
            {
                waiting = Enter(trigger, waiting, waiting.Step + 1, waiting.StepAt, now);
                continue;
            }

            var inTime = step.Within is not { } within || happened.Time - waiting.StepAt <= within;
            if (step.Kind == StepKind.Event && isIt && inTime)
            {
                return Take(trigger, waiting, step, happened, now);
            }

            return step is { Kind: StepKind.Event, IsStrict: true } ? new(NaiveFate.Ended, run)
                : ReferenceEquals(waiting, run) ? new(NaiveFate.Untouched, run)
                : new(NaiveFate.Passed, waiting);
        }

        return new(NaiveFate.Advanced, waiting);
    }

    private static NaiveOutcome Take(NaiveTrigger trigger, NaiveRun run, NaiveStep step, NaiveEvent happened, long now)
    {
        var taken = Keep(trigger, run, step, happened) with { Path = [.. run.Path, happened.Id] };
        return run.Seen + 1 < step.AtLeast
            ? new(NaiveFate.Seen, taken with { Seen = run.Seen + 1 })
            : new(NaiveFate.Advanced, Enter(trigger, taken, run.Step + 1, happened.Time, now), step.IsEach ? run : null);
    }

    private static NaiveRun Keep(NaiveTrigger trigger, NaiveRun run, NaiveStep step, NaiveEvent happened) => run with
    {
        Named = step.Name is null ? run.Named : new Dictionary<string, NaiveEvent>(run.Named) { [step.Name] = happened },
        Last = ReferenceEquals(step, trigger.Steps.Last(s => s.Kind == StepKind.Event)) ? happened : run.Last,
        Kept = trigger.Steps.Count == 1 ? (trigger.If?.Reads ?? []).ToHashSet() : null,
    };

    private static IEnumerable<NaiveStep> GuardsBefore(NaiveTrigger trigger, int step) => trigger.Steps.Take(step).Reverse().TakeWhile(s => s.Kind == StepKind.Guard);

    private static bool Is(NaiveStep step, NaiveEvent happened, NaiveRun run, INaiveView customer) =>
        step.Event == happened.Type && step.Where?.Holds(new(happened, customer, run.Named)) != false;
}
