using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;

namespace Triggers.Engine.Rules;

/// <summary>When the runs of a trigger are due.</summary>
internal static class RunClock
{
    /// <summary>A run that waits for a step without <c>within</c> ends after this time.</summary>
    public static readonly TimeSpan LongestStep = TimeSpan.FromDays(90);

    private static readonly TimeSpan JustAfter = TimeSpan.FromMilliseconds(1);

    /// <summary>True when all steps are done and the run waits for its deadline alone.</summary>
    public static bool IsComplete(TriggerPlan trigger, in Run run) => run.Step >= trigger.Steps.Count;

    /// <summary>
    /// Takes a run to the step at <paramref name="step"/>, or behind the last, at <paramref name="base"/>; guards are passed by. The deadline is never before
    /// <paramref name="now"/>.
    /// </summary>
    public static void Enter(TriggerPlan trigger, ref Run run, int step, Timestamp @base, Timestamp now)
    {
        var steps = trigger.Steps;
        while (step < steps.Count && steps[step].Kind == StepKind.Guard)
        {
            step++;
        }

        (run.Step, run.Seen, run.StepAt) = (step, 0, @base);
        run.Deadline = Timestamp.Max(step >= steps.Count ? @base + trigger.Wait : Due(steps[step], @base, now), now);
    }

    // An event exactly at the end of `within` is still in time, so a step that waits for one ends just after; what must not come is over at the end.
    private static Timestamp Due(StepPlan step, Timestamp @base, Timestamp now) => step switch
    {
        { Within: null } => Timestamp.Max(@base, now) + LongestStep,
        { Within: { } within, Kind: StepKind.Event } => @base + within + JustAfter,
        { Within: { } within } => @base + within,
    };
}
