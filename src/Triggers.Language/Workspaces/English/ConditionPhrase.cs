using Triggers.Language.Syntax;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.English;

/// <summary>Conditions → words.</summary>
/// <param name="subjects">The variables.</param>
/// <param name="currency">Of amounts that name none.</param>
internal sealed class ConditionPhrase(IReadOnlyList<Subject> subjects, string currency)
{
    private readonly NounPhrase _nouns = new(subjects, currency);

    /// <summary>A clause: <c>its value is 50 EUR or more and the customer's stage is not “lost”</c>.</summary>
    public string Say(Expression condition) => condition switch
    {
        LogicalExpression logical => Logic(logical),
        BinaryExpression binary when Relation(binary) is { } words => words,
        UnaryExpression { Operator: UnaryOperator.Not } not => Negated(not.Operand),
        HasExpression has => $"{_nouns.Say(has.Field).Text} is known",
        CallExpression { Target: { } target, Arguments.Count: 1 } call when TextTest(call.Function) is { } verb => $"{_nouns.Say(target).Text} {verb} {_nouns.Say(call.Arguments[0]).Text}",
        MacroExpression { Condition: { } each } macro when Quantity(macro.Kind) is { } quantity => Each(macro, each, quantity),
        SelectExpression => $"{_nouns.Say(condition).Text} is true",
        _ => $"`{Printer.Print(condition)}` holds",
    };

    /// <summary>What an expression stands for: <c>the customer's birthday</c>.</summary>
    public string SayThing(Expression thing) => _nouns.Say(thing).Text;

    /// <summary>
    /// What kind of noun an event is about, when the condition says nothing else: <c>with a value of 50 EUR or more and no items</c>; null otherwise.
    /// </summary>
    public string? SayWith(Expression condition)
    {
        var parts = condition is LogicalExpression { Operator: LogicalOperator.And } and ? [.. and.Operands] : new List<Expression> { condition };
        var words = parts.Select(With).ToList();
        return words.Contains(null) ? null : $"with {Words.Join(words!, "and")}";
    }

    private static string? Quantity(MacroKind kind) => kind switch
    {
        MacroKind.All => "for each of",
        MacroKind.Exists => "for at least one of",
        MacroKind.ExistsOne => "for exactly one of",
        _ => null,
    };

    private static string? TextTest(string function) => function switch
    {
        "startsWith" => "begins with",
        "endsWith" => "ends with",
        "contains" => "contains",
        "matches" => "matches the pattern",
        _ => null,
    };

    private string Logic(LogicalExpression logical) =>
        Words.Join([.. logical.Operands.Select(o => o is LogicalExpression or MacroExpression ? $"({Say(o)})" : Say(o))], logical.Operator == LogicalOperator.And ? "and" : "or");

    private string Negated(Expression condition) => condition switch
    {
        HasExpression has => $"{_nouns.Say(has.Field).Text} is not known",
        SelectExpression => $"{_nouns.Say(condition).Text} is not true",
        BinaryExpression { Operator: BinaryOperator.In } within => $"{_nouns.Say(within.Left).Text} is not one of {_nouns.Say(within.Right).Text}",
        _ => $"it is not so that {Say(condition)}",
    };

    private string Each(MacroExpression macro, Expression condition, string quantity)
    {
        var range = _nouns.Say(macro.Range);
        var element = range.Type?.Element?.Record;
        var singular = Words.Singular(range.Bare ?? range.Text[(range.Text.LastIndexOf(' ') + 1)..]);
        var inner = new ConditionPhrase([.. subjects, new(macro.Variable, $"that {singular}'s", element)], currency);
        return $"{quantity} {range.Text}, {inner.Say(condition)}";
    }

    private string? Relation(BinaryExpression binary)
    {
        var (left, right) = Sides(binary);
        return Comparison(binary.Operator, left.Type ?? right.Type) is { } form ? $"{left.Text} is {string.Format(null, form, right.Text)}" : null;
    }

    private (Noun Left, Noun Right) Sides(BinaryExpression binary)
    {
        var right = _nouns.Say(binary.Right);
        var left = _nouns.Say(binary.Left, right.Type);
        return (left, _nouns.Say(binary.Right, left.Type));
    }

    private static string? Comparison(BinaryOperator @operator, DataType? type)
    {
        var isTime = type?.Kind == DataTypeKind.Timestamp;
        return @operator switch
        {
            BinaryOperator.Equal => "{0}",
            BinaryOperator.NotEqual => "not {0}",
            BinaryOperator.Less => isTime ? "before {0}" : "less than {0}",
            BinaryOperator.LessOrEqual => isTime ? "at or before {0}" : "{0} or less",
            BinaryOperator.Greater => isTime ? "after {0}" : "more than {0}",
            BinaryOperator.GreaterOrEqual => isTime ? "at or after {0}" : "{0} or more",
            BinaryOperator.In => "one of {0}",
            _ => null,
        };
    }

    private string? With(Expression condition)
    {
        if (condition is not BinaryExpression binary)
        {
            return null;
        }

        if (binary.Left is CallExpression call && NounPhrase.Sized(call) is { } sized && _nouns.Say(sized).Bare is { } counted)
        {
            return Counted(binary, counted);
        }

        var (left, right) = Sides(binary);
        if (left is { Bare: { } plural, Type.Kind: DataTypeKind.Int } && Words.Singular(plural) != plural)
        {
            return Counted(binary, plural);
        }

        return left.Bare is not { } name || left.Type?.Kind == DataTypeKind.Timestamp ? null : binary.Operator switch
        {
            BinaryOperator.Equal => $"the {name} {right.Text}",
            BinaryOperator.NotEqual => $"{Words.Indefinite(name)} other than {right.Text}",
            BinaryOperator.In when binary.Right is ListExpression => $"the {name} {right.Text}",
            BinaryOperator.In => null,
            _ => Comparison(binary.Operator, left.Type) is { } form ? $"{Words.Indefinite(name)} of {string.Format(null, form, right.Text)}" : null,
        };
    }

    private string? Counted(BinaryExpression binary, string counted) => (binary.Operator, _nouns.Say(binary.Right).Text) switch
    {
        (BinaryOperator.Greater, "0") or (BinaryOperator.GreaterOrEqual, "1") or (BinaryOperator.NotEqual, "0") => counted,
        (BinaryOperator.Equal, "0") or (BinaryOperator.Less, "1") => $"no {counted}",
        (BinaryOperator.Equal, var n) => $"{n} {counted}",
        (BinaryOperator.Greater, var n) => $"more than {n} {counted}",
        (BinaryOperator.GreaterOrEqual, var n) => $"{n} or more {counted}",
        (BinaryOperator.Less, var n) => $"fewer than {n} {counted}",
        (BinaryOperator.LessOrEqual, var n) => $"at most {n} {counted}",
        _ => null,
    };
}
