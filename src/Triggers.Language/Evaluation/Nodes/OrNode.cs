using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>True when any operand is true, whatever the others are; else the first error; else false.</summary>
internal sealed class OrNode(Node[] operands) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var result = Value.False;
        foreach (var operand in operands)
        {
            var value = operand.Evaluate(frame);
            if (value.Kind == ValueKind.Bool)
            {
                if (value.AsBool)
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
