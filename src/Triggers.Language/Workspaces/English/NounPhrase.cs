using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.English;

/// <summary>Expressions that stand for a thing → words. What has no words of its own is quoted as it is written.</summary>
/// <param name="subjects">The variables.</param>
/// <param name="currency">Of amounts that name none.</param>
internal sealed class NounPhrase(IReadOnlyList<Subject> subjects, string currency)
{
    /// <summary>The value of <paramref name="expression"/>; as money when it is compared with money.</summary>
    public Noun Say(Expression expression, DataType? comparedWith = null) => expression switch
    {
        LiteralExpression literal => new(Literal(literal, comparedWith), null, null),
        SelectExpression select => Field(select),
        ListExpression list => new(Words.Join([.. list.Elements.Select(e => Say(e, comparedWith).Text)], "or"), null, null),
        CallExpression { Function: "size" } call when Sized(call) is { } sized => new($"the number of {Say(sized).Text}", null, DataType.Int),
        BinaryExpression binary when Arithmetic(binary.Operator) is { } word => Compute(binary, word),
        _ => Quoted(expression),
    };

    /// <summary>What a call of <c>size</c> counts; null when it is something else.</summary>
    public static Expression? Sized(CallExpression call) => (call.Function, call.Target, call.Arguments.Count) switch
    {
        ("size", { } target, 0) => target,
        ("size", null, 1) => call.Arguments[0],
        _ => null,
    };

    private string Literal(LiteralExpression literal, DataType? comparedWith) => literal.Value.Kind switch
    {
        ValueKind.String => $"“{literal.Value.AsString}”",
        ValueKind.Bool => literal.Value.AsBool ? "true" : "false",
        _ => (literal.Digits ?? Printer.Print(literal)) + (comparedWith?.Kind == DataTypeKind.Money ? " " + currency : ""),
    };

    private static string? Arithmetic(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Add => "plus",
        BinaryOperator.Subtract => "minus",
        BinaryOperator.Multiply => "times",
        BinaryOperator.Divide => "divided by",
        _ => null,
    };

    private static Noun Quoted(Expression expression) => new($"`{Printer.Print(expression)}`", null, null);

    private Noun Compute(BinaryExpression binary, string word)
    {
        var left = Say(binary.Left);
        var right = Say(binary.Right);
        return new($"{left.Text} {word} {right.Text}", null, left.Type ?? right.Type);
    }

    private Noun Field(SelectExpression select)
    {
        if (select.Operand is NameExpression name && subjects.FirstOrDefault(s => s.Variable == name.Name) is { } subject)
        {
            var word = Words.Spaced(select.Field);
            return new($"{subject.Possessive} {word}", subject.Variable == "event" ? word : null, subject.Type?.Find(select.Field)?.Type);
        }

        if (select.Operand is SelectExpression outer)
        {
            var owner = Field(outer);
            return new($"the {Words.Spaced(select.Field)} of {owner.Text}", null, owner.Type?.Record?.Find(select.Field)?.Type);
        }

        return Quoted(select);
    }
}
