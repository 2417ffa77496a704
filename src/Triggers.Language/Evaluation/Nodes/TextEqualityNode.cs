using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>==</c> (or <c>!=</c>) with a constant text: <c>event.category == "formula"</c>.</summary>
internal sealed class TextEqualityNode(Node operand, string constant, bool wanted) : Node
{
    public Node Operand => operand;

    public string Constant => constant;

    /// <summary>False for <c>!=</c>.</summary>
    public bool Wanted => wanted;

    public override Value Evaluate(EvaluationFrame frame)
    {
        var value = operand.Evaluate(frame);
        return value.Kind == ValueKind.String
            ? Value.Of(string.Equals(value.AsString, constant, StringComparison.Ordinal) == wanted)
            : value.IsError ? value : Value.Of(!wanted);
    }
}
