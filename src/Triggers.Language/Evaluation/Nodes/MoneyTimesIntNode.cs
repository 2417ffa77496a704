using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>A money times a whole number, in either order: <c>row.quantity * row.price</c>, exact.</summary>
internal sealed class MoneyTimesIntNode(Node left, Node right) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var l = left.Evaluate(frame);
        var r = right.Evaluate(frame);
        ref readonly var amount = ref l.Kind == ValueKind.Money ? ref l : ref r;
        ref readonly var factor = ref l.Kind == ValueKind.Money ? ref r : ref l;
        return amount.Kind == ValueKind.Money && factor.Kind == ValueKind.Int && ShortMoney.TryMultiply(amount, factor.AsInt, out var product)
            ? product
            : Arithmetic.Multiply(l, r);
    }
}
