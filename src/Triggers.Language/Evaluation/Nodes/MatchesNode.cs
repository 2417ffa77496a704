using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>text.matches(pattern)</c> with a pattern that is known only now and is constructed each time.</summary>
internal sealed class MatchesNode(Node text, Node pattern) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var searched = text.Evaluate(frame);
        var wanted = pattern.Evaluate(frame);
        return Steps.Pay(frame, Steps.PatternSteps + Steps.Text(searched)) ? Patterns.Matches(searched, wanted) : Errors.OutOfSteps;
    }
}
