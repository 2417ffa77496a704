using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>condition ? whenTrue : whenFalse</c>; only one branch is evaluated.</summary>
internal sealed class ChoiceNode(Node condition, Node whenTrue, Node whenFalse) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var value = condition.Evaluate(frame);
        return value.Kind != ValueKind.Bool ? Errors.Of(value) : value.AsBool ? whenTrue.Evaluate(frame) : whenFalse.Evaluate(frame);
    }
}
