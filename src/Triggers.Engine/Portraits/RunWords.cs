using System.Globalization;
using Triggers.Engine.Rules;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Language.Workspaces.Values;

namespace Triggers.Engine.Portraits;

/// <summary>A run → its portrait: where it stands, in words.</summary>
internal static class RunWords
{
    /// <summary>The portrait of one run.</summary>
    public static RunPortrait Describe(WorkspacePlan plan, StateHeap heap, in Run run)
    {
        var id = run.Trigger;
        var trigger = plan.Triggers.FirstOrDefault(t => t.Id == id);
        var (waits, atDeadline) = trigger is null ? ("its trigger is not in the workspace any more", "it ends without a decision")
            : RunClock.IsComplete(trigger, run) ? (Wait(trigger), "the message is decided")
            : (Step(trigger, run), AtDeadline(trigger, run.Step));
        return new(trigger?.Name, heap.Text(run.Key), Cause(plan, trigger, heap.Text(run.Cause)), run.StartedAt, CapturedBlock.Ids(heap[run.Later]), waits, run.Deadline, atDeadline);
    }

    private static string Cause(WorkspacePlan plan, TriggerPlan? trigger, string cause) => trigger?.Start switch
    {
        CalendarStart => "the calendar",
        MembershipStart start when cause.Split(' ') is ["enters" or "leaves", _, _] => plan.Memberships[start.Membership] switch
        {
            { Kind: MembershipKind.Segment } segment => $"{(start.Leaves ? "leaving" : "coming into")} {segment.Name} by time alone",
            { Kind: MembershipKind.Stage } stage => $"the stage becoming {stage.Name} by time alone",
            _ => "the condition becoming true by time alone",
        },
        _ => $"event {cause}",
    };

    private static string Wait(TriggerPlan trigger)
    {
        var wait = trigger.Start is StepsStart { IsSilence: true } silence
            ? $"waits for {DurationText.Write(trigger.Wait)} without {silence.First.Name}"
            : $"waits {DurationText.Write(trigger.Wait)}";
        return trigger.Until.Count == 0 || trigger.Start is StepsStart { IsSilence: true }
            ? wait
            : $"{wait}, unless {string.Join(" or ", trigger.Until.Select(until => until.Event.Name).Distinct())} ends it";
    }

    private static string Step(TriggerPlan trigger, in Run run)
    {
        var steps = trigger.Steps;
        var step = steps[run.Step];
        var place = string.Create(CultureInfo.InvariantCulture, $"step {run.Step + 1} of {steps.Count}");
        var within = step.Within is { } time ? $" within {DurationText.Write(time)}" : "";
        return step.Kind switch
        {
            StepKind.Absence => $"waits at {place}: no {step.Event.Name}{within}",
            StepKind.NotNext => $"waits at {place}: the next event is not {step.Event.Name}{within}",
            _ => $"waits for {place}: {step.Event.Name}{within}{Often(step, run.Seen)}{(step.IsStrict ? ", as the very next event" : "")}{Guards(steps, run.Step)}",
        };
    }

    private static string Often(StepPlan step, int seen) =>
        step.AtLeast > 1 ? string.Create(CultureInfo.InvariantCulture, $", {seen} of {step.AtLeast} times so far") : "";

    private static string Guards(IReadOnlyList<StepPlan> steps, int step)
    {
        var first = step;
        while (first > 0 && steps[first - 1].Kind == StepKind.Guard)
        {
            first--;
        }

        return string.Concat(steps.Take(step).Skip(first).Select(guard => $", and no {guard.Event.Name} before it"));
    }

    private static string AtDeadline(TriggerPlan trigger, int step)
    {
        var kind = trigger.Steps[step].Kind;
        return kind == StepKind.Event ? "it ends without a message"
            : step + 1 < trigger.Steps.Count ? "it goes on to the next step"
            : trigger.Wait > TimeSpan.Zero ? $"it waits {DurationText.Write(trigger.Wait)}"
            : "the message is decided";
    }
}
