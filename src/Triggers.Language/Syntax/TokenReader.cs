namespace Triggers.Language.Syntax;

/// <summary>The parser's view of the tokens: the current one and one ahead.</summary>
internal sealed class TokenReader(Lexer lexer, SyntaxMistakes mistakes)
{
    private Token? _ahead;

    public Token Current { get; private set; }

    /// <summary>End of the token before the current one.</summary>
    public int PreviousEnd { get; private set; }

    public TokenKind Kind => Current.Kind;

    public Token Ahead => _ahead ??= lexer.Next();

    public Token Advance()
    {
        var taken = Current;
        PreviousEnd = taken.End;
        Current = _ahead ?? lexer.Next();
        _ahead = null;
        return taken;
    }

    public bool Accept(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    public bool Require(TokenKind kind, string wanted)
    {
        if (Accept(kind))
        {
            return true;
        }

        Unexpected(wanted);
        return false;
    }

    public void Unexpected(string wanted)
    {
        if (Current.Kind != TokenKind.Bad)
        {
            mistakes.Expected(wanted, Current);
        }
    }
}
