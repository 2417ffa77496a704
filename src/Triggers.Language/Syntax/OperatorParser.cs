namespace Triggers.Language.Syntax;

/// <summary>Parses operators by precedence, down to what stands between them.</summary>
internal sealed class OperatorParser
{
    private readonly TokenReader _tokens;
    private readonly SyntaxBudget _budget;
    private readonly MemberParser _members;

    public OperatorParser(string source, SyntaxMistakes mistakes)
    {
        _tokens = new(new(source, mistakes), mistakes);
        _budget = new(mistakes);
        _members = new(source, _tokens, _budget, mistakes, Choice);
    }

    /// <summary>One expression and nothing after it.</summary>
    public Expression? Whole()
    {
        _tokens.Advance();
        return Choice() is { } expression && _tokens.Require(TokenKind.End, "an operator such as `&&`") ? expression : null;
    }

    private Expression? Choice()
    {
        if (!_budget.Enter(_tokens.Current))
        {
            return null;
        }

        var condition = Logic(LogicalOperator.Or);
        if (condition is not null && _tokens.Accept(TokenKind.Question))
        {
            condition = Branches(condition);
        }

        _budget.Leave();
        return condition;
    }

    private ConditionalExpression? Branches(Expression condition)
    {
        if (Logic(LogicalOperator.Or) is not { } whenTrue || !_tokens.Require(TokenKind.Colon, "`:` and the value for \"otherwise\"") || Choice() is not { } whenFalse)
        {
            return null;
        }

        return _budget.Made(new ConditionalExpression(condition.Start, _tokens.PreviousEnd - condition.Start, condition, whenTrue, whenFalse));
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

        return _budget.Made(new LogicalExpression(first.Start, _tokens.PreviousEnd - first.Start, @operator, new(operands)));
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

            left = _budget.Made(new BinaryExpression(left.Start, _tokens.PreviousEnd - left.Start, @operator, place, left, right));
        }

        return left;
    }

    private Expression? Unary()
    {
        var signOfNumber = _tokens is { Kind: TokenKind.Minus, Ahead.Kind: TokenKind.Int or TokenKind.Double };
        if (_tokens.Kind is not (TokenKind.Not or TokenKind.Minus) || signOfNumber)
        {
            return _members.Parse();
        }

        if (!_budget.Enter(_tokens.Current))
        {
            return null;
        }

        var sign = _tokens.Current;
        _tokens.Advance();
        var operand = Unary();
        _budget.Leave();
        return operand is null
            ? null
            : _budget.Made(new UnaryExpression(
                sign.Start, _tokens.PreviousEnd - sign.Start, sign.Kind == TokenKind.Not ? UnaryOperator.Not : UnaryOperator.Negate, operand));
    }
}
