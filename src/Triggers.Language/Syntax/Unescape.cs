using System.Globalization;
using System.Text;

namespace Triggers.Language.Syntax;

/// <summary>Replaces the escapes of a text or byte literal; null after a mistake, which is reported. See <i>String and Bytes Values</i> in the CEL specification.</summary>
internal sealed class Unescape(string source, SyntaxMistakes mistakes)
{
    public string? Text(int start, int length)
    {
        if (source.IndexOf('\\', start, length) < 0)
        {
            return source.Substring(start, length);
        }

        var text = new StringBuilder(length);
        for (var i = start; i < start + length;)
        {
            if (source[i] != '\\')
            {
                text.Append(source[i++]);
            }
            else if (Escape(ref i, start + length, unicode: true) is { } rune && Rune.TryCreate(rune, out var valid))
            {
                text.Append(valid.ToString());
            }
            else
            {
                return null;
            }
        }

        return text.ToString();
    }

    public byte[]? Bytes(int start, int length)
    {
        var bytes = new List<byte>(length);
        Span<byte> encoded = stackalloc byte[4];
        for (var i = start; i < start + length;)
        {
            if (source[i] == '\\')
            {
                if (Escape(ref i, start + length, unicode: false) is not { } value)
                {
                    return null;
                }

                bytes.Add((byte)value);
                continue;
            }

            Rune.DecodeFromUtf16(source.AsSpan(i, start + length - i), out var rune, out var consumed);
            bytes.AddRange(encoded[..rune.EncodeToUtf8(encoded)]);
            i += consumed;
        }

        return [.. bytes];
    }

    private int? Escape(ref int i, int end, bool unicode)
    {
        var start = i;
        var letter = i + 1 < end ? source[i + 1] : '\0';
        i += 2;
        int? value = letter switch
        {
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            '\\' or '?' or '"' or '\'' or '`' => letter,
            'x' or 'X' => Digits(ref i, end, 2, NumberStyles.AllowHexSpecifier),
            'u' when unicode => Digits(ref i, end, 4, NumberStyles.AllowHexSpecifier),
            'U' when unicode => Digits(ref i, end, 8, NumberStyles.AllowHexSpecifier),
            >= '0' and <= '3' => Octal(ref i, end),
            _ => null,
        };
        if (value is null || (unicode && !Rune.IsValid(value.Value)))
        {
            mistakes.WrongEscape(start, Math.Min(i, end) - start);
            return null;
        }

        return value;
    }

    private int? Digits(ref int i, int end, int count, NumberStyles style)
    {
        var from = i;
        i = Math.Min(i + count, end);
        return i - from == count && int.TryParse(source.AsSpan(from, count), style, CultureInfo.InvariantCulture, out var value) && value >= 0 ? value : null;
    }

    private int? Octal(ref int i, int end)
    {
        i--;
        var value = 0;
        for (var n = 0; n < 3; n++, i++)
        {
            if (i >= end || source[i] is < '0' or > '7')
            {
                return null;
            }

            value = (value * 8) + (source[i] - '0');
        }

        return value;
    }
}
