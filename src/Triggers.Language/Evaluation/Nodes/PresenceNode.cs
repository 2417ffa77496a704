using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>has(operand.name)</c>.</summary>
internal sealed class PresenceNode(FieldNode field) : Node
{
    public override Value Evaluate(EvaluationFrame frame) => field.IsPresent(frame);
}
