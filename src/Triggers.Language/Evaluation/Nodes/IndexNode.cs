using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>container[index]</c>.</summary>
internal sealed class IndexNode(Node container, Node index) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var read = container.Evaluate(frame);
        var position = index.Evaluate(frame);
        return Steps.Pay(frame, Steps.Text(position)) ? Lookup.Index(read, position) : Errors.OutOfSteps;
    }
}
