using Triggers.Language.Text;

namespace Triggers.Language.Syntax;

/// <summary>
/// Parses CEL (github.com/google/cel-spec, <i>Syntax</i>) by recursive descent. Stops at the first mistake; never throws, whatever the text, and needs stack only
/// for <see cref="SyntaxLimits.Depth"/> levels.
/// </summary>
public sealed class Parser
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    };

    private readonly string _source;
    private readonly SyntaxMistakes _mistakes;
    private readonly TokenReader _tokens;
    private readonly LiteralReader _literals;
    private int _depth;
    private int _nodes;

    private Parser(EmbeddedText text, DiagnosticBag diagnostics)
    {
        _source = text.Content;
        _mistakes = new(text, diagnostics);
        _tokens = new(new(text.Content, _mistakes), _mistakes);
        _literals = new(text.Content, _mistakes);
    }

    /// <summary>The tree of <paramref name="text"/>; null after a mistake, which is reported.</summary>
    public static Expression? Parse(EmbeddedText text, DiagnosticBag diagnostics)
    {
        var parser = new Parser(text, diagnostics);
        if (text.Content.Length > SyntaxLimits.SourceLength)
        {
            parser._mistakes.TooLong(text.Content.Length);
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Content))
        {
            parser._mistakes.Empty();
            return null;
        }

        return parser.Whole();
    }

    private Expression? Whole()
    {
        _tokens.Advance();
        var expression = Choice();
        if (expression is null)
        {
            return null;
        }

        return _tokens.Require(TokenKind.End, "an operator such as `&&`") ? expression : null;
    }

    private T? Made<T>(T? node)
        where T : Expression
    {
        if (node is null)
        {
            return null;
        }

        if (++_nodes > SyntaxLimits.Nodes)
        {
            _mistakes.TooManyParts(node.Start);
            return null;
        }

        if (node.Height > SyntaxLimits.Depth)
        {
            _mistakes.TooDeep(node.Start);
            return null;
        }

        return node;
    }

    private bool Enter()
    {
        if (_depth >= SyntaxLimits.Depth)
        {
            _mistakes.TooDeep(_tokens.Current.Start);
            return false;
        }

        _depth++;
        return true;
    }

    private Expression? Choice()
    {
        if (!Enter())
        {
            return null;
        }

        var condition = Logic(LogicalOperator.Or);
        if (condition is not null && _tokens.Accept(TokenKind.Question))
        {
            condition = Branches(condition);
        }

        _depth--;
        return condition;
    }

    private ConditionalExpression? Branches(Expression condition)
    {
        if (Logic(LogicalOperator.Or) is not { } whenTrue || !_tokens.Require(TokenKind.Colon, "`:` and the value for \"otherwise\"") || Choice() is not { } whenFalse)
        {
            return null;
        }

        return Made(new ConditionalExpression(condition.Start, _tokens.PreviousEnd - condition.Start, condition, whenTrue, whenFalse));
    }

    private Expression? Logic(LogicalOperator @operator)
    {
        var symbol = @operator == LogicalOperator.And ? TokenKind.And : TokenKind.Or;
        var first = Operand(@operator);
        if (first is null || _tokens.Kind != symbol)
        {
            return first;
        }

        var operands = new List<Expression> { first };
        while (_tokens.Accept(symbol))
        {
            if (Operand(@operator) is not { } operand)
            {
                return null;
            }

            operands.Add(operand);
        }

        return Made(new LogicalExpression(first.Start, _tokens.PreviousEnd - first.Start, @operator, new(operands)));
    }

    private Expression? Operand(LogicalOperator @operator) => @operator == LogicalOperator.Or ? Logic(LogicalOperator.And) : Binary(OperatorText.Relation);

    private Expression? Binary(int precedence)
    {
        var left = precedence > OperatorText.Product ? Unary() : Binary(precedence + 1);
        while (left is not null && precedence <= OperatorText.Product && OperatorText.Binary(_tokens.Kind) is { } @operator &&
            OperatorText.Precedence(@operator) == precedence)
        {
            var place = _tokens.Current.Start;
            _tokens.Advance();
            if (Binary(precedence + 1) is not { } right)
            {
                return null;
            }

            left = Made(new BinaryExpression(left.Start, _tokens.PreviousEnd - left.Start, @operator, place, left, right));
        }

        return left;
    }

    private Expression? Unary()
    {
        var signOfNumber = _tokens is { Kind: TokenKind.Minus, Ahead.Kind: TokenKind.Int or TokenKind.Double };
        if (_tokens.Kind is not (TokenKind.Not or TokenKind.Minus) || signOfNumber)
        {
            return Member();
        }

        if (!Enter())
        {
            return null;
        }

        var sign = _tokens.Current;
        _tokens.Advance();
        var operand = Unary();
        _depth--;
        return operand is null
            ? null
            : Made(new UnaryExpression(
                sign.Start, _tokens.PreviousEnd - sign.Start, sign.Kind == TokenKind.Not ? UnaryOperator.Not : UnaryOperator.Negate, operand));
    }

    private Expression? Member()
    {
        var operand = Primary();
        while (operand is not null)
        {
            if (_tokens.Accept(TokenKind.Dot))
            {
                operand = AfterDot(operand);
            }
            else if (_tokens.Accept(TokenKind.LeftBracket))
            {
                operand = AfterBracket(operand);
            }
            else if (_tokens.Kind == TokenKind.LeftBrace && QualifiedName(operand) is { } type)
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
        var name = _tokens.Current;
        if (name.Kind is not (TokenKind.Name or TokenKind.QuotedName))
        {
            _tokens.Unexpected("the name of a field");
            return null;
        }

        _tokens.Advance();
        var field = NameOf(name);
        if (name.Kind == TokenKind.QuotedName || _tokens.Kind != TokenKind.LeftParen)
        {
            return Made(new SelectExpression(operand.Start, _tokens.PreviousEnd - operand.Start, operand, field, name.Start));
        }

        if (Arguments() is not { } arguments)
        {
            return null;
        }

        return OperatorText.Macro(field) is { } macro && (arguments.Count == 2 || (arguments.Count == 3 && macro == MacroKind.Map))
            ? Macro(operand, macro, arguments)
            : Made(new CallExpression(operand.Start, _tokens.PreviousEnd - operand.Start, operand, field, name.Start, arguments));
    }

    private MacroExpression? Macro(Expression range, MacroKind kind, Sequence<Expression> arguments)
    {
        if (arguments[0] is not NameExpression { IsRooted: false } variable)
        {
            _mistakes.MacroNeedsName(OperatorText.Name(kind), arguments[0]);
            return null;
        }

        var condition = kind != MacroKind.Map || arguments.Count == 3 ? arguments[1] : null;
        return Made(new MacroExpression(
            range.Start, _tokens.PreviousEnd - range.Start, kind, range, variable.Name, condition, kind == MacroKind.Map ? arguments[^1] : null));
    }

    private IndexExpression? AfterBracket(Expression operand)
    {
        if (Choice() is not { } index || !_tokens.Require(TokenKind.RightBracket, "`]`"))
        {
            return null;
        }

        return Made(new IndexExpression(operand.Start, _tokens.PreviousEnd - operand.Start, operand, index));
    }

    private static string? QualifiedName(Expression expression) => expression switch
    {
        NameExpression name => (name.IsRooted ? "." : "") + name.Name,
        SelectExpression select when QualifiedName(select.Operand) is { } qualifier => $"{qualifier}.{select.Field}",
        _ => null,
    };

    private RecordExpression? Record(Expression operand, string type)
    {
        var fields = new List<FieldSetting>();
        _tokens.Advance();
        while (_tokens.Kind != TokenKind.RightBrace)
        {
            var name = _tokens.Current;
            if (name.Kind is not (TokenKind.Name or TokenKind.QuotedName))
            {
                _tokens.Unexpected("the name of a field, or `}`");
                return null;
            }

            _tokens.Advance();
            if (!_tokens.Require(TokenKind.Colon, "`:`") || Choice() is not { } value)
            {
                return null;
            }

            fields.Add(new(NameOf(name), value));
            if (!_tokens.Accept(TokenKind.Comma))
            {
                break;
            }
        }

        return _tokens.Require(TokenKind.RightBrace, "`,` or `}`")
            ? Made(new RecordExpression(operand.Start, _tokens.PreviousEnd - operand.Start, type, new(fields)))
            : null;
    }

    private Sequence<Expression>? Arguments()
    {
        _tokens.Advance();
        return Elements(TokenKind.RightParen, "`,` or `)`", trailingComma: false);
    }

    private Sequence<Expression>? Elements(TokenKind close, string wanted, bool trailingComma)
    {
        var elements = new List<Expression>();
        while (_tokens.Kind != close)
        {
            if (Choice() is not { } element)
            {
                return null;
            }

            elements.Add(element);
            if (!_tokens.Accept(TokenKind.Comma))
            {
                break;
            }

            if (!trailingComma && _tokens.Kind == close)
            {
                _tokens.Unexpected("another argument");
                return null;
            }
        }

        return _tokens.Require(close, wanted) ? new(elements) : null;
    }

    private Expression? Primary()
    {
        var token = _tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Minus or TokenKind.Int or TokenKind.UInt or TokenKind.Double:
                return Number(token);
            case TokenKind.String:
                _tokens.Advance();
                return Made(_literals.Text(token));
            case TokenKind.Bytes:
                _tokens.Advance();
                return Made(_literals.Bytes(token));
            case TokenKind.True or TokenKind.False:
                _tokens.Advance();
                return Made(new LiteralExpression(token.Start, token.Length, Model.Values.Value.Of(token.Kind == TokenKind.True), null));
            case TokenKind.Null:
                _tokens.Advance();
                return Made(new LiteralExpression(token.Start, token.Length, Model.Values.Value.Null, null));
            case TokenKind.LeftParen:
                _tokens.Advance();
                return Choice() is { } inner && _tokens.Require(TokenKind.RightParen, "`)`") ? inner : null;
            case TokenKind.LeftBracket:
                _tokens.Advance();
                return Elements(TokenKind.RightBracket, "`,` or `]`", trailingComma: true) is { } elements
                    ? Made(new ListExpression(token.Start, _tokens.PreviousEnd - token.Start, elements))
                    : null;
            case TokenKind.LeftBrace:
                return Map();
            case TokenKind.Dot or TokenKind.Name:
                return Name();
            default:
                _tokens.Unexpected("a value: a field such as event.value, a number, or a text in quotes");
                return null;
        }
    }
    private LiteralExpression? Number(Token first)
    {
        _tokens.Advance();
        var digits = first.Kind == TokenKind.Minus ? _tokens.Advance() : first;
        return Made(_literals.Number(digits, first.Start));
    }

    private Expression? Name()
    {
        var start = _tokens.Current.Start;
        var rooted = _tokens.Accept(TokenKind.Dot);
        var name = _tokens.Current;
        if (name.Kind != TokenKind.Name)
        {
            _tokens.Unexpected("a name");
            return null;
        }

        var text = NameOf(name);
        if (Reserved.Contains(text))
        {
            _mistakes.ReservedName(name);
            return null;
        }

        _tokens.Advance();
        return _tokens.Kind == TokenKind.LeftParen ? FunctionCall(start, text, name) : Made(new NameExpression(start, name.End - start, text, rooted));
    }

    private Expression? FunctionCall(int start, string function, Token name)
    {
        if (Arguments() is not { } arguments)
        {
            return null;
        }

        var length = _tokens.PreviousEnd - start;
        if (function != "has")
        {
            return Made(new CallExpression(start, length, null, function, name.Start, arguments));
        }

        if (arguments is not [SelectExpression field])
        {
            _mistakes.HasNeedsField(start, length);
            return null;
        }

        return Made(new HasExpression(start, length, field));
    }

    private MapExpression? Map()
    {
        var start = _tokens.Advance().Start;
        var entries = new List<MapEntry>();
        while (_tokens.Kind != TokenKind.RightBrace)
        {
            if (Choice() is not { } key || !_tokens.Require(TokenKind.Colon, "`:` and a value") || Choice() is not { } value)
            {
                return null;
            }

            entries.Add(new(key, value));
            if (!_tokens.Accept(TokenKind.Comma))
            {
                break;
            }
        }

        return _tokens.Require(TokenKind.RightBrace, "`,` or `}`")
            ? Made(new MapExpression(start, _tokens.PreviousEnd - start, new(entries)))
            : null;
    }

    private string NameOf(Token token) =>
        token.Kind == TokenKind.QuotedName ? _source.Substring(token.Start + 1, token.Length - 2) : _source.Substring(token.Start, token.Length);
}
