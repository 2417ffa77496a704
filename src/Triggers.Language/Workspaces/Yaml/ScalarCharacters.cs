using System.Globalization;
using Triggers.Language.Text;
using YamlDotNet.Core;

namespace Triggers.Language.Workspaces.Yaml;

/// <summary>Takes quotes, escapes and indentation off a scalar as it is written. Lenient: it only serves places in messages.</summary>
internal static class ScalarCharacters
{
    /// <summary>The characters of the scalar at <paramref name="span"/>.</summary>
    public static IReadOnlyList<ScalarCharacter> Of(SourceSpan span, ScalarStyle style)
    {
        var content = span.Source.Content;
        var end = span.Start + span.Length;
        return style switch
        {
            ScalarStyle.SingleQuoted => Flow(content, span.Start + 1, end - 1, '\''),
            ScalarStyle.DoubleQuoted => Flow(content, span.Start + 1, end - 1, '\\'),
            ScalarStyle.Literal or ScalarStyle.Folded => Block(content, span.Start, end),
            _ => Flow(content, span.Start, end, '\0'),
        };
    }

    /// <summary>Plain and quoted scalars: blanks around a line end do not count; <paramref name="escape"/> begins an escape, doubled or not.</summary>
    private static List<ScalarCharacter> Flow(string content, int start, int end, char escape)
    {
        var characters = new List<ScalarCharacter>();
        var at = start;
        while (at < end)
        {
            if (content[at] is '\r' or '\n')
            {
                at = LineEnd(content, at, end, characters);
            }
            else if (content[at] == escape)
            {
                at = escape == '\'' ? Add(characters, '\'', at, 2) : Escape(content, at, end, characters);
            }
            else
            {
                at = Add(characters, content[at], at, 1);
            }
        }

        return characters;
    }

    private static int Add(List<ScalarCharacter> characters, char character, int offset, int length)
    {
        characters.Add(new(character, offset));
        return offset + length;
    }

    /// <summary>Drops the blanks before the line end and the indentation after it.</summary>
    private static int LineEnd(string content, int at, int end, List<ScalarCharacter> characters)
    {
        while (characters.Count > 0 && characters[^1].Character is ' ' or '\t')
        {
            characters.RemoveAt(characters.Count - 1);
        }

        characters.Add(new('\n', at));
        at += IsPair(content, at) ? 2 : 1;
        return SkipBlanks(content, at, end);
    }

    private static int Escape(string content, int at, int end, List<ScalarCharacter> characters)
    {
        var letter = at + 1 < end ? content[at + 1] : '\\';
        if (letter is '\r' or '\n')
        {
            return SkipBlanks(content, at + (IsPair(content, at + 1) ? 3 : 2), end);
        }

        var digits = letter switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        var length = Math.Min(2 + digits, end - at);
        var number = digits > 0 && int.TryParse(content.AsSpan(at + 2, length - 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var n) ? n : letter;
        var text = digits == 0 ? Meaning(letter).ToString() : number is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF) ? char.ConvertFromUtf32(number) : "?";
        foreach (var character in text)
        {
            characters.Add(new(character, at));
        }

        return at + length;
    }

    private static char Meaning(char letter) => letter switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        'v' => '\v',
        'f' => '\f',
        'e' => '\e',
        '_' => '\u00A0',
        'N' => '\u0085',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => letter,
    };

    /// <summary>Literal and folded blocks: the lines after the header, without their common indentation.</summary>
    private static List<ScalarCharacter> Block(string content, int start, int end)
    {
        var characters = new List<ScalarCharacter>();
        var at = NextLine(content, start, end);
        var indent = Indent(content, at, end);
        while (at < end)
        {
            var next = NextLine(content, at, end);
            var skipped = 0;
            while (skipped < indent && at < next && content[at] == ' ')
            {
                at++;
                skipped++;
            }

            for (; at < next; at++)
            {
                if (content[at] == '\n' || (content[at] == '\r' && !IsPair(content, at)))
                {
                    characters.Add(new('\n', at));
                }
                else if (content[at] != '\r')
                {
                    characters.Add(new(content[at], at));
                }
            }
        }

        return characters;
    }

    /// <summary>Blanks before the first character that is none.</summary>
    private static int Indent(string content, int at, int end)
    {
        var lineStart = at;
        for (; at < end && content[at] is ' ' or '\n' or '\r'; at++)
        {
            lineStart = content[at] == ' ' ? lineStart : at + 1;
        }

        return at - lineStart;
    }

    private static int NextLine(string content, int at, int end)
    {
        while (at < end && content[at] is not '\n')
        {
            at++;
        }

        return Math.Min(at + 1, end);
    }

    private static int SkipBlanks(string content, int at, int end)
    {
        while (at < end && content[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    private static bool IsPair(string content, int at) => content[at] == '\r' && at + 1 < content.Length && content[at + 1] == '\n';
}
