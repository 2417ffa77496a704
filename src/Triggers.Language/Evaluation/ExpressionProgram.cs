using Triggers.Language.Evaluation.Nodes;
using Triggers.Language.Evaluation.Predicates;
using Triggers.Language.Syntax;
using Triggers.Language.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>A compiled expression: a tree of nodes that evaluate themselves.</summary>
internal sealed class ExpressionProgram(string source, DataType type, Node root, IReadOnlyList<VariableField> fields, IReadOnlyList<string> elementFields) : CompiledExpression
{
    public override string Source { get; } = source;

    public override DataType Type { get; } = type;

    public override IReadOnlyList<VariableField> Fields { get; } = fields;

    public override IReadOnlyList<string> ElementFields { get; } = elementFields;

    public override Expression ToSyntax() => Parser.Parse(EmbeddedText.Whole(new("expression", Source)), new())!;

    public override EventConjunction ToConjunction() => PredicateReader.Read(root);

    public override Value Evaluate(EvaluationFrame frame)
    {
        frame.StepsLeft = frame.StepBudget;
        return root.Evaluate(frame);
    }
}
