using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>False when any operand is false, whatever the others are; else the first error; else true.</summary>
internal sealed class AndNode(Node[] operands) : Node
{
    public ReadOnlySpan<Node> Operands => operands;

    public override Value Evaluate(EvaluationFrame frame)
    {
        var result = Value.True;
        foreach (var operand in operands)
        {
            var value = operand.Evaluate(frame);
            if (value.Kind == ValueKind.Bool)
            {
                if (!value.AsBool)
                {
                    return value;
                }
            }
            else if (!result.IsError)
            {
                result = Errors.Of(value);
            }
        }

        return result;
    }
}
