using System.Text;

namespace Triggers.Language.Templates;

/// <summary>Reads the words between <c>{{</c> and <c>}}</c>. Blanks between them mean nothing.</summary>
internal sealed class TemplateWords(string text, int start)
{
    /// <summary>Where the next character is.</summary>
    public int At { get; private set; } = start;

    /// <summary>Where the <c>}}</c> stands that ends the placeholder, not one inside quotes; null when there is none on the way to the next <c>{{</c>.</summary>
    public int? End()
    {
        var quote = '\0';
        for (var i = At; i < text.Length - 1; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
                i += text[i] == '\\' ? 1 : 0;
            }
            else if (text[i] is '"' or '\'')
            {
                quote = text[i];
            }
            else if (text[i] == '}' && text[i + 1] == '}')
            {
                return i;
            }
            else if (text[i] == '{' && text[i + 1] == '{')
            {
                return null;
            }
        }

        return null;
    }

    public void SkipBlanks()
    {
        while (At < text.Length && char.IsWhiteSpace(text[At]))
        {
            At++;
        }
    }

    /// <summary>Takes this mark, with the blanks before and after it; false when something else comes.</summary>
    public bool Take(char mark)
    {
        SkipBlanks();
        if (At == text.Length || text[At] != mark)
        {
            return false;
        }

        At++;
        SkipBlanks();
        return true;
    }

    /// <summary>A name; empty when none comes.</summary>
    public string Word()
    {
        var from = At;
        while (At < text.Length && (char.IsAsciiLetterOrDigit(text[At]) || text[At] == '_'))
        {
            At++;
        }

        return text[from..At];
    }

    /// <summary>Names joined by dots, without blanks; empty when none comes.</summary>
    public string Path()
    {
        var from = At;
        while (Word().Length > 0 && At < text.Length && text[At] == '.')
        {
            At++;
        }

        At -= At > from && text[At - 1] == '.' ? 1 : 0;
        return text[from..At];
    }

    /// <summary>A text in quotes, without them; <c>\"</c>, <c>\'</c> and <c>\\</c> stand for the second character. Null when none comes.</summary>
    public string? Quoted()
    {
        if (At == text.Length || text[At] is not ('"' or '\''))
        {
            return null;
        }

        var quote = text[At++];
        var content = new StringBuilder();
        while (At < text.Length && text[At] != quote)
        {
            At += text[At] == '\\' && At + 1 < text.Length ? 1 : 0;
            content.Append(text[At++]);
        }

        At++;
        return content.ToString();
    }
}
