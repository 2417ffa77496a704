using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>filter</c> and <c>map</c>: the elements for which the condition holds, or a value of each.</summary>
/// <param name="range">What it goes through.</param>
/// <param name="slot">Where the element stands.</param>
/// <param name="weight">Steps an element costs.</param>
/// <param name="condition">Null: all elements.</param>
/// <param name="result">Null: the element itself.</param>
internal sealed class CollectNode(Node range, int slot, int weight, Node? condition, Node? result) : LoopNode(range, slot, weight)
{
    private readonly int _slot = slot;

    protected override Value Finish(in Progress progress) => Value.OfList(progress.Collected ?? (IReadOnlyList<Value>)[]);

    protected override bool Visit(EvaluationFrame frame, ref Progress progress)
    {
        if (condition is not null)
        {
            var wanted = condition.Evaluate(frame);
            if (wanted.Kind != ValueKind.Bool)
            {
                progress.Result = Errors.Of(wanted);
                return false;
            }

            if (!wanted.AsBool)
            {
                return true;
            }
        }

        var value = result is null ? frame[_slot] : result.Evaluate(frame);
        if (value.IsError)
        {
            progress.Result = value;
            return false;
        }

        (progress.Collected ??= []).Add(value);
        return true;
    }
}
