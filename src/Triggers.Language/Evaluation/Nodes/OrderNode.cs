using Triggers.Language.Functions;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c> of values of any kinds.</summary>
internal sealed class OrderNode(BinaryOperator @operator, Node left, Node right) : Node
{
    public BinaryOperator Operator => @operator;

    public Node Left => left;

    public Node Right => right;

    public static bool Holds(BinaryOperator @operator, int order) => @operator switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order == -1,
        BinaryOperator.LessOrEqual => order is -1 or 0,
        BinaryOperator.Greater => order == 1,
        _ => order is 0 or 1,
    };

    public override Value Evaluate(EvaluationFrame frame)
    {
        var l = left.Evaluate(frame);
        var r = right.Evaluate(frame);
        if (!Steps.Pay(frame, Steps.Text(l)))
        {
            return Errors.OutOfSteps;
        }

        var order = Ordering.Compare(l, r);
        return order != Ordering.Incomparable ? Value.Of(Holds(@operator, order))
            : l.Kind == ValueKind.Money && r.Kind == ValueKind.Money ? Errors.Currencies
            : Errors.Of(l, r);
    }
}
