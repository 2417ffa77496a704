using System.Text.RegularExpressions;

namespace Triggers.Language.Workspaces.Values;

/// <summary>What names in a workspace look like.</summary>
internal static class Names
{
    /// <summary>Triggers, offers, channels, segments, topics' short names.</summary>
    public const string NamePattern = "^[A-Za-z][A-Za-z0-9_-]{0,99}$";

    /// <summary>Event types: words joined by dots.</summary>
    public const string EventNamePattern = "^[A-Za-z][A-Za-z0-9_-]*([.][A-Za-z][A-Za-z0-9_-]*)*$";

    /// <summary>Fields, traits, steps: names that stand in conditions.</summary>
    public const string IdentifierPattern = "^[A-Za-z_][A-Za-z0-9_]{0,99}$";

    /// <summary>BCP 47, the common part.</summary>
    public const string LocalePattern = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$";

    /// <summary>Topics, as Kafka allows them.</summary>
    public const string TopicPattern = "^[A-Za-z0-9._-]{1,249}$";

    private static readonly Regex NameForm = Whole(NamePattern);
    private static readonly Regex EventNameForm = Whole(EventNamePattern);
    private static readonly Regex IdentifierForm = Whole(IdentifierPattern);
    private static readonly Regex LocaleForm = Whole(LocalePattern);
    private static readonly Regex TopicForm = Whole(TopicPattern);

    /// <summary>Words that CEL keeps for itself, and the names of types and conversions.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace",
        "return", "var", "void", "while", "has", "all", "exists", "exists_one", "filter", "map",
    };

    public static bool IsName(string text) => NameForm.IsMatch(text);

    public static bool IsEventName(string text) => text.Length <= 200 && EventNameForm.IsMatch(text);

    public static bool IsIdentifier(string text) => IdentifierForm.IsMatch(text) && !Reserved.Contains(text);

    public static bool IsLocale(string text) => LocaleForm.IsMatch(text);

    public static bool IsTopic(string text) => TopicForm.IsMatch(text);

    /// <summary>In .NET <c>$</c> would also match before a last line end.</summary>
    private static Regex Whole(string pattern) => new(pattern[..^1] + "\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
