using System.Globalization;
using System.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Syntax;

/// <summary>Writes literals so that they read back as the same value.</summary>
internal static class LiteralText
{
    public static void Write(StringBuilder text, LiteralExpression literal)
    {
        switch (literal.Value.Kind)
        {
            case ValueKind.String:
                Text(text, literal.Value.AsString);
                break;
            case ValueKind.Bytes:
                Bytes(text, literal.Value.AsBytes);
                break;
            case ValueKind.Null or ValueKind.Bool:
                text.Append(literal.Value.ToString());
                break;
            default:
                text.Append(literal.Digits);
                break;
        }
    }

    private static void Text(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"' or '\\':
                    text.Append('\\').Append(c);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ' or '\x7f':
                    text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }

    private static void Bytes(StringBuilder text, byte[] value)
    {
        text.Append("b\"");
        foreach (var b in value)
        {
            if (b is >= (byte)' ' and < 0x7f and not ((byte)'"' or (byte)'\\'))
            {
                text.Append((char)b);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"\\x{b:x2}");
            }
        }

        text.Append('"');
    }
}
