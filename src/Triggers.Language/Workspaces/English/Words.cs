using System.Globalization;

namespace Triggers.Language.Workspaces.English;

/// <summary>Small pieces of English.</summary>
internal static class Words
{
    /// <summary><c>order_value</c>, <c>cart-left</c> → <c>order value</c>, <c>cart left</c>.</summary>
    public static string Spaced(string name) => name.Replace('_', ' ').Replace('-', ' ').Replace('.', ' ');

    /// <summary>With <c>a</c> or <c>an</c>.</summary>
    public static string Indefinite(string noun) => (noun.Length > 0 && "aeiou".Contains(char.ToLowerInvariant(noun[0]), StringComparison.Ordinal) ? "an " : "a ") + noun;

    /// <summary><c>items</c> → <c>item</c>; words that are no plural stay.</summary>
    public static string Singular(string noun) => noun switch
    {
        _ when noun.EndsWith("ies", StringComparison.Ordinal) && noun.Length > 4 => noun[..^3] + "y",
        _ when noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) && noun.Length > 2 => noun[..^1],
        _ => noun,
    };

    /// <summary><c>a</c>, <c>a or b</c>, <c>a, b or c</c>.</summary>
    public static string Join(IReadOnlyList<string> parts, string last) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.SkipLast(1))} {last} {parts[^1]}",
    };

    /// <summary>With a capital letter.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
