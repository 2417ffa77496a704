using Triggers.Language.Functions;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>A whole number compared with a constant: <c>event.followers &gt; 1000</c>.</summary>
internal sealed class IntOrderNode(BinaryOperator @operator, Node operand, long constant) : Node
{
    public BinaryOperator Operator => @operator;

    public Node Operand => operand;

    public long Constant => constant;

    public override Value Evaluate(EvaluationFrame frame)
    {
        var value = operand.Evaluate(frame);
        return value.Kind == ValueKind.Int ? Value.Of(OrderNode.Holds(@operator, value.AsInt.CompareTo(constant))) : Errors.Of(value);
    }
}
