using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>A function of one value.</summary>
internal sealed class UnaryCallNode(Func<Value, Value> function, Node argument) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var value = argument.Evaluate(frame);
        return Steps.Pay(frame, Steps.Text(value)) ? function(value) : Errors.OutOfSteps;
    }
}
