using Triggers.Model.Values;

namespace Triggers.Language.Syntax;

/// <summary>Parses what stands between operators: literals, names, lists, maps and calls, with their dots and brackets.</summary>
internal sealed class MemberParser(string source, TokenReader tokens, SyntaxBudget budget, SyntaxMistakes mistakes, Func<Expression?> whole)
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    };

    private readonly LiteralReader _literals = new(source, mistakes);

    public Expression? Parse()
    {
        var operand = Primary();
        while (operand is not null)
        {
            if (tokens.Accept(TokenKind.Dot))
            {
                operand = AfterDot(operand);
            }
            else if (tokens.Accept(TokenKind.LeftBracket))
            {
                operand = AfterBracket(operand);
            }
            else if (tokens.Kind == TokenKind.LeftBrace && QualifiedName(operand) is { } type)
            {
                operand = Record(operand, type);
            }
            else
            {
                return operand;
            }
        }

        return null;
    }

    private Expression? AfterDot(Expression operand)
    {
        var name = tokens.Current;
        if (name.Kind is not (TokenKind.Name or TokenKind.QuotedName))
        {
            tokens.Unexpected("the name of a field");
            return null;
        }

        tokens.Advance();
        var field = NameOf(name);
        if (name.Kind == TokenKind.QuotedName || tokens.Kind != TokenKind.LeftParen)
        {
            return budget.Made(new SelectExpression(operand.Start, tokens.PreviousEnd - operand.Start, operand, field, name.Start));
        }

        if (Arguments() is not { } arguments)
        {
            return null;
        }

        return OperatorText.Macro(field) is { } macro && (arguments.Count == 2 || (arguments.Count == 3 && macro == MacroKind.Map))
            ? Macro(operand, macro, arguments)
            : budget.Made(new CallExpression(operand.Start, tokens.PreviousEnd - operand.Start, operand, field, name.Start, arguments));
    }

    private MacroExpression? Macro(Expression range, MacroKind kind, Sequence<Expression> arguments)
    {
        if (arguments[0] is not NameExpression { IsRooted: false } variable)
        {
            mistakes.MacroNeedsName(OperatorText.Name(kind), arguments[0]);
            return null;
        }

        var condition = kind != MacroKind.Map || arguments.Count == 3 ? arguments[1] : null;
        return budget.Made(new MacroExpression(
            range.Start, tokens.PreviousEnd - range.Start, kind, range, variable.Name, condition, kind == MacroKind.Map ? arguments[^1] : null));
    }

    private IndexExpression? AfterBracket(Expression operand)
    {
        if (whole() is not { } index || !tokens.Require(TokenKind.RightBracket, "`]`"))
        {
            return null;
        }

        return budget.Made(new IndexExpression(operand.Start, tokens.PreviousEnd - operand.Start, operand, index));
    }

    private static string? QualifiedName(Expression expression) => expression switch
    {
        NameExpression name => (name.IsRooted ? "." : "") + name.Name,
        SelectExpression select when Lexer.IsPlainName(select.Field) && QualifiedName(select.Operand) is { } qualifier => $"{qualifier}.{select.Field}",
        _ => null,
    };

    private RecordExpression? Record(Expression operand, string type)
    {
        var fields = new List<FieldSetting>();
        tokens.Advance();
        while (tokens.Kind != TokenKind.RightBrace)
        {
            var name = tokens.Current;
            if (name.Kind is not (TokenKind.Name or TokenKind.QuotedName))
            {
                tokens.Unexpected("the name of a field, or `}`");
                return null;
            }

            tokens.Advance();
            if (!tokens.Require(TokenKind.Colon, "`:`") || whole() is not { } value)
            {
                return null;
            }

            fields.Add(new(NameOf(name), value));
            if (!tokens.Accept(TokenKind.Comma))
            {
                break;
            }
        }

        return tokens.Require(TokenKind.RightBrace, "`,` or `}`")
            ? budget.Made(new RecordExpression(operand.Start, tokens.PreviousEnd - operand.Start, type, new(fields)))
            : null;
    }

    private Sequence<Expression>? Arguments()
    {
        tokens.Advance();
        return Elements(TokenKind.RightParen, "`,` or `)`", trailingComma: false);
    }

    private Sequence<Expression>? Elements(TokenKind close, string wanted, bool trailingComma)
    {
        var elements = new List<Expression>();
        while (tokens.Kind != close)
        {
            if (whole() is not { } element)
            {
                return null;
            }

            elements.Add(element);
            if (!tokens.Accept(TokenKind.Comma))
            {
                break;
            }

            if (!trailingComma && tokens.Kind == close)
            {
                tokens.Unexpected("another argument");
                return null;
            }
        }

        return tokens.Require(close, wanted) ? new(elements) : null;
    }

    private Expression? Primary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Minus or TokenKind.Int or TokenKind.UInt or TokenKind.Double:
                return Number(token);
            case TokenKind.String:
                tokens.Advance();
                return budget.Made(_literals.Text(token));
            case TokenKind.Bytes:
                tokens.Advance();
                return budget.Made(_literals.Bytes(token));
            case TokenKind.True or TokenKind.False:
                tokens.Advance();
                return budget.Made(new LiteralExpression(token.Start, token.Length, Value.Of(token.Kind == TokenKind.True), null));
            case TokenKind.Null:
                tokens.Advance();
                return budget.Made(new LiteralExpression(token.Start, token.Length, Value.Null, null));
            case TokenKind.LeftParen:
                tokens.Advance();
                return whole() is { } inner && tokens.Require(TokenKind.RightParen, "`)`") ? inner : null;
            case TokenKind.LeftBracket:
                tokens.Advance();
                return Elements(TokenKind.RightBracket, "`,` or `]`", trailingComma: true) is { } elements
                    ? budget.Made(new ListExpression(token.Start, tokens.PreviousEnd - token.Start, elements))
                    : null;
            case TokenKind.LeftBrace:
                return Map();
            case TokenKind.Dot or TokenKind.Name:
                return Name();
            default:
                tokens.Unexpected("a value: a field such as event.value, a number, or a text in quotes");
                return null;
        }
    }

    private LiteralExpression? Number(Token first)
    {
        tokens.Advance();
        var digits = first.Kind == TokenKind.Minus ? tokens.Advance() : first;
        return budget.Made(_literals.Number(digits, first.Start));
    }

    private Expression? Name()
    {
        var start = tokens.Current.Start;
        var rooted = tokens.Accept(TokenKind.Dot);
        var name = tokens.Current;
        if (name.Kind != TokenKind.Name)
        {
            tokens.Unexpected("a name");
            return null;
        }

        var text = NameOf(name);
        if (Reserved.Contains(text))
        {
            mistakes.ReservedName(name);
            return null;
        }

        tokens.Advance();
        return tokens.Kind == TokenKind.LeftParen ? FunctionCall(start, text, name) : budget.Made(new NameExpression(start, name.End - start, text, rooted));
    }

    private Expression? FunctionCall(int start, string function, Token name)
    {
        if (Arguments() is not { } arguments)
        {
            return null;
        }

        var length = tokens.PreviousEnd - start;
        if (function != "has")
        {
            return budget.Made(new CallExpression(start, length, null, function, name.Start, arguments));
        }

        if (arguments is not [SelectExpression field])
        {
            mistakes.HasNeedsField(start, length);
            return null;
        }

        return budget.Made(new HasExpression(start, length, field));
    }

    private MapExpression? Map()
    {
        var start = tokens.Advance().Start;
        var entries = new List<MapEntry>();
        while (tokens.Kind != TokenKind.RightBrace)
        {
            if (whole() is not { } key || !tokens.Require(TokenKind.Colon, "`:` and a value") || whole() is not { } value)
            {
                return null;
            }

            entries.Add(new(key, value));
            if (!tokens.Accept(TokenKind.Comma))
            {
                break;
            }
        }

        return tokens.Require(TokenKind.RightBrace, "`,` or `}`")
            ? budget.Made(new MapExpression(start, tokens.PreviousEnd - start, new(entries)))
            : null;
    }

    private string NameOf(Token token) =>
        token.Kind == TokenKind.QuotedName ? source.Substring(token.Start + 1, token.Length - 2) : source.Substring(token.Start, token.Length);
}
