using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>element in container</c>.</summary>
internal sealed class InNode(Node element, Node container) : Node
{
    public Node Element => element;

    public Node Container => container;

    public override Value Evaluate(EvaluationFrame frame) => Equality.In(frame, element.Evaluate(frame), container.Evaluate(frame));
}
