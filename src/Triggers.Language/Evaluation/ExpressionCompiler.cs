using Triggers.Language.Checking;
using Triggers.Language.Syntax;
using Triggers.Language.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>The way from text to something that evaluates: parse, check, bound the cost, plan.</summary>
internal static class ExpressionCompiler
{
    public static CompiledExpression? Compile(
        EmbeddedText text, IReadOnlyList<Variable> variables, DataType? expected, CompileOptions options, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var compiled = Parser.Parse(text, found) is { } syntax ? Compile(text, syntax, variables, expected, options, found) : null;
        foreach (var diagnostic in found.Sorted())
        {
            diagnostics.Add(diagnostic);
        }

        return compiled;
    }

    private static ExpressionProgram? Compile(
        EmbeddedText text, Expression syntax, IReadOnlyList<Variable> variables, DataType? expected, CompileOptions options, DiagnosticBag diagnostics)
    {
        var mistakes = new CheckMistakes(text, diagnostics);
        var types = new Inference();
        var checker = new Checker(
            new(variables, options.Container), types, options.IsChecked ? mistakes : null, new(options.ChecksConstants ? mistakes : null));
        var tree = expected?.Kind == DataTypeKind.Bool ? checker.Condition(syntax) : checker.Check(syntax);
        var type = types.Final(tree.Type);
        if (options.IsChecked && expected is { Kind: not DataTypeKind.Bool } && !diagnostics.HasErrors && !types.Fits(tree.Type, expected))
        {
            mistakes.WrongResult(syntax, type, expected);
        }

        if (CostBound.Of(tree) is var cost and > EvaluationFrame.DefaultStepBudget)
        {
            mistakes.TooCostly(syntax, cost, EvaluationFrame.DefaultStepBudget);
        }

        if (diagnostics.HasErrors)
        {
            return null;
        }

        var planner = new Planner(types);
        return new(text.Content, type, planner.Plan(tree), planner.Fields, planner.ElementFields);
    }
}
