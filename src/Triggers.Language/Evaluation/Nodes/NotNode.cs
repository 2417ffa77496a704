using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>The opposite of a condition.</summary>
internal sealed class NotNode(Node operand) : Node
{
    public Node Operand => operand;

    public override Value Evaluate(EvaluationFrame frame)
    {
        var value = operand.Evaluate(frame);
        return value.Kind == ValueKind.Bool ? Value.Of(!value.AsBool) : Errors.Of(value);
    }
}
