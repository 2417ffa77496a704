using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>A value that does not change, or an error that always comes.</summary>
internal sealed class ConstantNode(Value value) : Node
{
    public Value Value => value;

    public override Value Evaluate(EvaluationFrame frame) => value;
}
