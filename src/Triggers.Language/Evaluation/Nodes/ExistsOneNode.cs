using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>exists_one</c>: looks at every element, because an error anywhere is the result.</summary>
internal sealed class ExistsOneNode(Node range, int slot, int weight, Node condition) : LoopNode(range, slot, weight)
{
    protected override Value Finish(in Progress progress) => Value.Of(progress.Count == 1);

    protected override bool Visit(EvaluationFrame frame, ref Progress progress)
    {
        var value = condition.Evaluate(frame);
        if (value.Kind != ValueKind.Bool)
        {
            progress.Result = Errors.Of(value);
            return false;
        }

        progress.Count += value.AsBool ? 1 : 0;
        return true;
    }
}
