using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>==</c> (or <c>!=</c>) of values of any kinds.</summary>
internal sealed class EqualityNode(Node left, Node right, bool wanted) : Node
{
    public Node Left => left;

    public Node Right => right;

    /// <summary>False for <c>!=</c>.</summary>
    public bool Wanted => wanted;

    public override Value Evaluate(EvaluationFrame frame)
    {
        var same = Equality.Equal(frame, left.Evaluate(frame), right.Evaluate(frame));
        return same.IsError ? same : Value.Of(same.AsBool == wanted);
    }
}
