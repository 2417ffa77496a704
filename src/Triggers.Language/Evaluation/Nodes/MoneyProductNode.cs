using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>A money times a number as it was written: <c>event.value * 1.1</c>, exact.</summary>
internal sealed class MoneyProductNode(Node operand, decimal factor) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var value = operand.Evaluate(frame);
        return value.Kind == ValueKind.Money ? MoneyArithmetic.Multiply(value.AsMoney, factor) : Errors.Of(value);
    }
}
