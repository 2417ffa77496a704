using System.Globalization;
using Triggers.Model.Values;

namespace Triggers.Language.Syntax;

/// <summary>Gives number, text and byte tokens their values; null after a mistake, which is reported.</summary>
internal sealed class LiteralReader(string source, SyntaxMistakes mistakes)
{
    public LiteralExpression? Number(Token token, int start)
    {
        var negative = start != token.Start;
        var digits = string.Concat(negative ? "-" : "", source.AsSpan(token.Start, token.Length));
        var value = token.Kind switch
        {
            TokenKind.Double => Double(digits),
            TokenKind.UInt => negative ? null : UnsignedMagnitude(digits.AsSpan(0, digits.Length - 1)) is { } u ? Value.Of(u) : null,
            _ => Signed(digits, negative),
        };
        if (value is null)
        {
            mistakes.NumberOutOfRange(start, token.End - start, token.Kind switch
            {
                TokenKind.UInt => "a whole number from 0u to 18446744073709551615u",
                _ => "a whole number between -9223372036854775808 and 9223372036854775807",
            });
            return null;
        }

        return new(start, token.End - start, value.Value, digits);
    }

    public LiteralExpression? Text(Token token)
    {
        var content = Content(token, out var start, out var raw);
        var text = raw ? content.ToString() : new Unescape(source, mistakes).Text(start, content.Length);
        return text is null ? null : new(token.Start, token.Length, Value.Of(text), null);
    }

    public LiteralExpression? Bytes(Token token)
    {
        var content = Content(token, out var start, out var raw);
        var bytes = raw ? System.Text.Encoding.UTF8.GetBytes(content.ToString()) : new Unescape(source, mistakes).Bytes(start, content.Length);
        return bytes is null ? null : new(token.Start, token.Length, Value.Of(bytes), null);
    }

    private static Value? Double(string digits) => Value.Of(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static Value? Signed(string digits, bool negative)
    {
        if (UnsignedMagnitude(digits.AsSpan(negative ? 1 : 0)) is not { } magnitude)
        {
            return null;
        }

        const ulong least = 1UL << 63;
        return negative
            ? magnitude <= least ? Value.Of(unchecked((long)(0 - magnitude))) : null
            : magnitude < least ? Value.Of((long)magnitude) : null;
    }

    private static ulong? UnsignedMagnitude(ReadOnlySpan<char> digits)
    {
        var hexadecimal = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return ulong.TryParse(
            hexadecimal ? digits[2..] : digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private ReadOnlySpan<char> Content(Token token, out int start, out bool raw)
    {
        var quote = source.AsSpan(token.Start, token.Length).IndexOfAny('"', '\'');
        raw = source.AsSpan(token.Start, quote).ContainsAny('r', 'R');
        var marks = token.Length - quote >= 6 && source[token.Start + quote] == source[token.Start + quote + 1] && source[token.Start + quote] == source[token.Start + quote + 2]
            ? 3
            : 1;
        start = token.Start + quote + marks;
        return source.AsSpan(start, token.Length - quote - (2 * marks));
    }
}
