using Triggers.Engine.State;
using Triggers.Language.Evaluation;
using Triggers.Language.Plan;

namespace Triggers.Engine;

/// <summary>Shows conditions what a run kept: the events of its named steps, and at the end the last event.</summary>
internal sealed class StepFrames
{
    private readonly StepFrame _frame;
    private readonly CapturedEvent _last = new();
    private readonly CapturedEvent[] _named = new CapturedEvent[EvaluationFrame.FirstLocal - EvaluationFrame.FirstNamed];

    /// <summary>Shows into <paramref name="frame"/>.</summary>
    public StepFrames(StepFrame frame)
    {
        _frame = frame;
        for (var i = 0; i < _named.Length; i++)
        {
            _named[i] = new();
        }
    }

    /// <summary>Shows the events of all named steps.</summary>
    public void ShowSteps(StateHeap heap, in Run run, IReadOnlyList<StepPlan> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            if (step.Slot >= EvaluationFrame.FirstNamed)
            {
                var shown = _named[step.Slot - EvaluationFrame.FirstNamed];
                shown.Show(heap, run, step.Event, step.Slot, step.Captured);
                _frame.ShowStep(step.Slot, shown);
            }
        }
    }

    /// <summary>Shows what the end of the trigger sees: as <c>event</c> the event of the last step that is one.</summary>
    public void ShowEnd(in Candidate candidate)
    {
        if (candidate.Trigger.Start is not StepsStart start)
        {
            return;
        }

        var (heap, run) = (candidate.State.Heap, candidate.Run);
        if (start.Steps.Count > 1)
        {
            ShowSteps(heap, run, start.Steps);
        }

        var last = start.Last;
        _last.Show(heap, run, last.Event, EvaluationFrame.Event, last.CapturedAsEvent);
        if (start.Steps.Count == 1)
        {
            _last.ShowEnvelope(heap.Text(run.Cause), run.StartedAt);
        }

        _frame.ShowEvent(_last);
    }
}
