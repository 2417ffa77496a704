namespace Triggers.Language.Syntax;

/// <summary>Cuts the source into tokens, one at a time. After a <see cref="TokenKind.Bad"/> token the parser stops.</summary>
internal sealed class Lexer(string source, SyntaxMistakes mistakes)
{
    private int _position;

    public Token Next()
    {
        SkipBlanks();
        if (_position >= source.Length)
        {
            return new(TokenKind.End, source.Length, 0);
        }

        var start = _position;
        var c = source[start];
        if (StringPrefixLength(start) is var prefix and >= 0)
        {
            return Text(start, prefix);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            return Number(start);
        }

        return IsNameStart(c) ? Name(start) : c == '`' ? QuotedName(start) : Symbol(start, c);
    }

    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    public static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>True when the name can be written after a dot without backticks.</summary>
    public static bool IsPlainName(string name) => IsNameStart(name[0]) && name.All(IsNamePart) && name is not ("true" or "false" or "null" or "in");

    private char Peek(int ahead) => _position + ahead < source.Length ? source[_position + ahead] : '\0';

    private Token Take(TokenKind kind, int start, int length)
    {
        _position = start + length;
        return new(kind, start, length);
    }

    private void SkipBlanks()
    {
        while (_position < source.Length)
        {
            if (source[_position] is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _position++;
            }
            else if (source[_position] == '/' && Peek(1) == '/')
            {
                var end = source.IndexOf('\n', _position);
                _position = end < 0 ? source.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    private int StringPrefixLength(int start)
    {
        for (var i = start; i < source.Length && i <= start + 2; i++)
        {
            switch (source[i])
            {
                case '"' or '\'':
                    return i - start;
                case 'r' or 'R' or 'b' or 'B' when i == start || char.ToLowerInvariant(source[i]) != char.ToLowerInvariant(source[start]):
                    continue;
                default:
                    return -1;
            }
        }

        return -1;
    }

    private Token Text(int start, int prefix)
    {
        var flags = source.AsSpan(start, prefix);
        var raw = flags.ContainsAny('r', 'R');
        var quote = source[start + prefix];
        var triple = string.CompareOrdinal(source, start + prefix, new string(quote, 3), 0, 3) == 0;
        var i = start + prefix + (triple ? 3 : 1);
        for (; i < source.Length; i++)
        {
            var c = source[i];
            if (c == '\\' && !raw)
            {
                i++;
            }
            else if (!triple && c is ('\n' or '\r'))
            {
                break;
            }
            else if (c == quote && (!triple || string.CompareOrdinal(source, i, new string(quote, 3), 0, 3) == 0))
            {
                return Take(flags.ContainsAny('b', 'B') ? TokenKind.Bytes : TokenKind.String, start, i + (triple ? 3 : 1) - start);
            }
        }

        mistakes.UnclosedText(start, Math.Min(i, source.Length) - start, triple ? new string(quote, 3) : quote.ToString());
        return Take(TokenKind.Bad, start, source.Length - start);
    }

    private Token Number(int start)
    {
        var i = start;
        var kind = TokenKind.Int;
        if (source[i] == '0' && At(i + 1) is ('x' or 'X'))
        {
            i = SkipWhile(i + 2, char.IsAsciiHexDigit);
        }
        else
        {
            i = SkipWhile(i, char.IsAsciiDigit);
            if (At(i) == '.' && char.IsAsciiDigit(At(i + 1)))
            {
                kind = TokenKind.Double;
                i = SkipWhile(i + 1, char.IsAsciiDigit);
            }

            if (At(i) is 'e' or 'E')
            {
                var exponent = At(i + 1) is '+' or '-' ? i + 2 : i + 1;
                if (char.IsAsciiDigit(At(exponent)))
                {
                    kind = TokenKind.Double;
                    i = SkipWhile(exponent, char.IsAsciiDigit);
                }
            }
        }

        if (kind == TokenKind.Int && At(i) is ('u' or 'U'))
        {
            kind = TokenKind.UInt;
            i++;
        }

        if (IsNamePart(At(i)))
        {
            i = SkipWhile(i, IsNamePart);
            mistakes.MalformedNumber(start, i - start);
            kind = TokenKind.Bad;
        }

        return Take(kind, start, i - start);
    }

    private char At(int index) => index < source.Length ? source[index] : '\0';

    private int SkipWhile(int index, Func<char, bool> holds)
    {
        while (index < source.Length && holds(source[index]))
        {
            index++;
        }

        return index;
    }

    private Token Name(int start)
    {
        var end = SkipWhile(start, IsNamePart);
        var kind = source.AsSpan(start, end - start) switch
        {
            "true" => TokenKind.True,
            "false" => TokenKind.False,
            "null" => TokenKind.Null,
            "in" => TokenKind.In,
            _ => TokenKind.Name,
        };
        return Take(kind, start, end - start);
    }

    private Token QuotedName(int start)
    {
        var end = source.IndexOfAny(['`', '\n', '\r'], start + 1);
        if (end > start + 1 && source[end] == '`')
        {
            return Take(TokenKind.QuotedName, start, end + 1 - start);
        }

        mistakes.UnclosedName(start);
        return Take(TokenKind.Bad, start, source.Length - start);
    }

    private Token Symbol(int start, char c)
    {
        var kind = (c, Peek(1)) switch
        {
            ('&', '&') => TokenKind.And,
            ('|', '|') => TokenKind.Or,
            ('=', '=') => TokenKind.Equal,
            ('!', '=') => TokenKind.NotEqual,
            ('<', '=') => TokenKind.LessOrEqual,
            ('>', '=') => TokenKind.GreaterOrEqual,
            _ => TokenKind.Bad,
        };
        return kind != TokenKind.Bad ? Take(kind, start, 2) : SingleSymbol(start, c);
    }

    private Token SingleSymbol(int start, char c)
    {
        var kind = c switch
        {
            '(' => TokenKind.LeftParen,
            ')' => TokenKind.RightParen,
            '[' => TokenKind.LeftBracket,
            ']' => TokenKind.RightBracket,
            '{' => TokenKind.LeftBrace,
            '}' => TokenKind.RightBrace,
            '.' => TokenKind.Dot,
            ',' => TokenKind.Comma,
            ':' => TokenKind.Colon,
            '?' => TokenKind.Question,
            '!' => TokenKind.Not,
            '-' => TokenKind.Minus,
            '+' => TokenKind.Plus,
            '*' => TokenKind.Star,
            '/' => TokenKind.Slash,
            '%' => TokenKind.Percent,
            '<' => TokenKind.Less,
            '>' => TokenKind.Greater,
            _ => TokenKind.Bad,
        };
        if (kind == TokenKind.Bad)
        {
            mistakes.UnexpectedCharacter(start, c);
        }

        return Take(kind, start, 1);
    }
}
