using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Expressions;

/// <summary>Finds conditions that are the same for everybody, which nobody means.</summary>
internal sealed class ConstantConditions(DiagnosticBag diagnostics)
{
    private readonly EvaluationFrame _nothingKnown = new();

    /// <summary>Warns when a segment holds for every customer or for none. A stage may hold for all: the last one often does.</summary>
    public void Segment(YamlScalar name, YamlScalar? text, CompiledExpression? condition, bool isStage = false)
    {
        if (Constant(condition) is { } always && !(isStage && always))
        {
            diagnostics.ConstantSegment(name, text!, always);
        }

        Contradiction(text, condition);
    }

    /// <summary>Warns when a trigger can never fire, or has a condition that changes nothing.</summary>
    public void Trigger(YamlScalar? text, CompiledExpression? condition)
    {
        if (Constant(condition) is { } always)
        {
            diagnostics.ConstantCondition(text!, always);
        }

        Contradiction(text, condition);
    }

    private void Contradiction(YamlScalar? text, CompiledExpression? condition)
    {
        // Only conditions joined by `&&` can exclude each other; most need not be parsed again to know that.
        if (condition is not null &&
            condition.Source.Contains("&&", StringComparison.Ordinal) &&
            Contradictions.Find(condition.ToSyntax()) is var (comparison, about))
        {
            diagnostics.Contradiction(text!.Text.Span(comparison.Start, comparison.Length), about);
        }
    }

    /// <summary>The value of a condition that reads nothing; null when it depends on something.</summary>
    private bool? Constant(CompiledExpression? condition)
    {
        if (condition is null || condition.Fields.Count > 0)
        {
            return null;
        }

        _nothingKnown.StepsLeft = EvaluationFrame.DefaultStepBudget;
        var value = condition.Evaluate(_nothingKnown);
        return value.Kind == ValueKind.Bool ? value.AsBool : null;
    }
}
