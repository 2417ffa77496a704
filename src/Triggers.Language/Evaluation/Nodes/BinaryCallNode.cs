using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>A function or an operator of two values.</summary>
internal sealed class BinaryCallNode(Func<Value, Value, Value> function, Node left, Node right) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var l = left.Evaluate(frame);
        var r = right.Evaluate(frame);
        return Steps.Pay(frame, Steps.Copy(l) + Steps.Copy(r)) ? function(l, r) : Errors.OutOfSteps;
    }
}
