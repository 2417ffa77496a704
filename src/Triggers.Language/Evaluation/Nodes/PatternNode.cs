using System.Text.RegularExpressions;
using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>text.matches("constant")</c>.</summary>
internal sealed class PatternNode(Node text, Regex pattern) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var value = text.Evaluate(frame);
        return value.Kind != ValueKind.String ? Errors.Of(value)
            : Steps.Pay(frame, Steps.Text(value)) ? Value.Of(pattern.IsMatch(value.AsString))
            : Errors.OutOfSteps;
    }
}
