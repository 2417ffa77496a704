using System.Text.RegularExpressions;

namespace Triggers.Language.Workspaces.Values;

/// <summary>What names in a workspace look like.</summary>
internal static partial class Names
{
    /// <summary>Triggers, offers, channels, segments, topics' short names.</summary>
    public const string NamePattern = "^[A-Za-z][A-Za-z0-9_-]{0,99}$";

    /// <summary>Event types: words joined by dots.</summary>
    public const string EventNamePattern = "^[A-Za-z][A-Za-z0-9_-]*([.][A-Za-z][A-Za-z0-9_-]*)*$";

    /// <summary>Fields, traits, steps: names that stand in conditions.</summary>
    public const string IdentifierPattern = "^[A-Za-z_][A-Za-z0-9_]{0,99}$";

    /// <summary>BCP 47, the common part.</summary>
    public const string LocalePattern = LocaleBeginning + "$";

    /// <summary>Topics, as Kafka allows them.</summary>
    public const string TopicPattern = "^[A-Za-z0-9._-]{1,249}$";

    private const string LocaleBeginning = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";
    private const int LongestName = 100;
    private const int LongestTopic = 249;

    /// <summary>Words that CEL keeps for itself, and the names of types and conversions.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace",
        "return", "var", "void", "while", "has", "all", "exists", "exists_one", "filter", "map",
    };

    public static bool IsName(string text) => text.Length <= LongestName && IsDashedWord(text);

    public static bool IsEventName(string text)
    {
        var rest = text.AsSpan();
        for (var dot = rest.IndexOf('.'); dot >= 0; dot = rest.IndexOf('.'))
        {
            if (!IsDashedWord(rest[..dot]))
            {
                return false;
            }

            rest = rest[(dot + 1)..];
        }

        return text.Length <= 2 * LongestName && IsDashedWord(rest);
    }

    public static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= LongestName && !char.IsAsciiDigit(text[0]) && HasOnly(text, "_") && !Reserved.Contains(text);

    public static bool IsLocale(string text) => LocaleForm().IsMatch(text);

    public static bool IsTopic(string text) => text.Length is > 0 and <= LongestTopic && HasOnly(text, "_-.");

    private static bool IsDashedWord(ReadOnlySpan<char> text) => text.Length > 0 && char.IsAsciiLetter(text[0]) && HasOnly(text, "_-");

    /// <summary>Whether there is nothing but letters, digits and a few signs.</summary>
    private static bool HasOnly(ReadOnlySpan<char> text, string signs)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !signs.Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(LocaleBeginning + "\\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocaleForm();
}
