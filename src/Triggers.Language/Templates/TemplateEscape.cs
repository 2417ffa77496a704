using System.Globalization;
using System.Text;

namespace Triggers.Language.Templates;

/// <summary>Writes values so that they are nothing but text in what the channel delivers.</summary>
internal static class TemplateEscape
{
    public static void Append(StringBuilder text, string value, TemplateFormat format)
    {
        foreach (var letter in value)
        {
            switch (format)
            {
                case TemplateFormat.Html:
                    Html(text, letter);
                    break;
                case TemplateFormat.Json:
                    Json(text, letter);
                    break;
                default:
                    text.Append(IsControl(letter) ? ' ' : letter);
                    break;
            }
        }
    }

    private static void Html(StringBuilder text, char letter)
    {
        switch (letter)
        {
            case '&':
                text.Append("&amp;");
                break;
            case '<':
                text.Append("&lt;");
                break;
            case '>':
                text.Append("&gt;");
                break;
            case '"':
                text.Append("&quot;");
                break;
            case '\'':
                text.Append("&#39;");
                break;
            default:
                text.Append(IsControl(letter) ? ' ' : letter);
                break;
        }
    }

    private static void Json(StringBuilder text, char letter)
    {
        if (letter is '"' or '\\')
        {
            text.Append('\\').Append(letter);
        }
        else if (IsControl(letter))
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }
        else
        {
            text.Append(letter);
        }
    }

    /// <summary>Also the line ends that Unicode adds to those of ASCII.</summary>
    private static bool IsControl(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';
}
