using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>
/// Goes through a list or the keys of a map. Each element costs <paramref name="weight"/> steps, so that loops inside loops cannot take longer than the budget.
/// </summary>
internal abstract class LoopNode(Node range, int slot, int weight) : Node
{
    /// <summary>What the loop gives when <see cref="Visit"/> never ends it.</summary>
    protected abstract Value Finish(in Progress progress);

    /// <summary>Looks at one element; false ends the loop with <see cref="Progress.Result"/>.</summary>
    protected abstract bool Visit(EvaluationFrame frame, ref Progress progress);

    public sealed override Value Evaluate(EvaluationFrame frame)
    {
        var container = range.Evaluate(frame);
        var progress = default(Progress);
        switch (container.Kind)
        {
            case ValueKind.List:
                var list = container.AsList;
                for (var i = 0; i < list.Count; i++)
                {
                    if (!Element(frame, list[i], ref progress))
                    {
                        return progress.Result;
                    }
                }

                break;
            case ValueKind.Map:
                foreach (var (key, _) in container.AsMap)
                {
                    if (!Element(frame, key, ref progress))
                    {
                        return progress.Result;
                    }
                }

                break;
            default:
                return Errors.Of(container);
        }

        return Finish(progress);
    }

    private bool Element(EvaluationFrame frame, in Value element, ref Progress progress)
    {
        if (!Steps.Pay(frame, weight))
        {
            progress.Result = Errors.OutOfSteps;
            return false;
        }

        frame[slot] = element;
        return Visit(frame, ref progress);
    }

    /// <summary>What a loop remembers from element to element.</summary>
    protected struct Progress
    {
        /// <summary>The first error, or the result when the loop ends early.</summary>
        public Value Result;

        /// <summary>Elements for which the condition held.</summary>
        public int Count;

        /// <summary>Collected values.</summary>
        public List<Value>? Collected;
    }
}
