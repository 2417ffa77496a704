using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>
/// <c>all</c> (<paramref name="decisive"/> false) and <c>exists</c> (true): one decisive element settles it, whatever errors the others give.
/// </summary>
internal sealed class QuantifierNode(Node range, int slot, int weight, Node condition, bool decisive) : LoopNode(range, slot, weight)
{
    protected override Value Finish(in Progress progress) => progress.Result.IsError ? progress.Result : Value.Of(!decisive);

    protected override bool Visit(EvaluationFrame frame, ref Progress progress)
    {
        var value = condition.Evaluate(frame);
        if (value.Kind == ValueKind.Bool && value.AsBool == decisive)
        {
            progress.Result = value;
            return false;
        }

        if (value.Kind != ValueKind.Bool && !progress.Result.IsError)
        {
            progress.Result = Errors.Of(value);
        }

        return true;
    }
}
