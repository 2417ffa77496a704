using Triggers.Language.Functions;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>The amount of a money compared with a number as it was written: <c>event.value &gt;= 12.1</c>, without binary floating point.</summary>
internal sealed class MoneyOrderNode(BinaryOperator @operator, Node operand, decimal constant) : Node
{
    public BinaryOperator Operator => @operator;

    public Node Operand => operand;

    public decimal Constant => constant;

    public override Value Evaluate(EvaluationFrame frame)
    {
        var value = operand.Evaluate(frame);
        return value.Kind == ValueKind.Money ? Value.Of(OrderNode.Holds(@operator, value.AsMoney.Amount.CompareTo(constant))) : Errors.Of(value);
    }
}
