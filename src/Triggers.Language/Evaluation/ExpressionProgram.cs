using Triggers.Language.Evaluation.Nodes;
using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>A compiled expression: a tree of nodes that evaluate themselves.</summary>
internal sealed class ExpressionProgram(string source, Expression syntax, DataType type, Node root, IReadOnlyList<VariableField> fields) : CompiledExpression
{
    public override string Source { get; } = source;

    public override Expression Syntax { get; } = syntax;

    public override DataType Type { get; } = type;

    public override IReadOnlyList<VariableField> Fields { get; } = fields;

    public override Value Evaluate(EvaluationFrame frame)
    {
        frame.StepsLeft = frame.StepBudget;
        return root.Evaluate(frame);
    }
}
