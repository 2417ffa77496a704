using System.Text.RegularExpressions;
using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>Regular expressions of the linear-time kind: no back-references, no look-around, and no text makes them slow.</summary>
internal static class Patterns
{
    public const int LongestPattern = 1_000;

    /// <summary>Whether a part of the text matches; constructs the pattern each time, so constant patterns go another way.</summary>
    public static Value Matches(Value text, Value pattern)
    {
        if (text.Kind != ValueKind.String || pattern.Kind != ValueKind.String)
        {
            return Errors.Of(text, pattern);
        }

        return Construct(pattern.AsString, out _) is { } regex ? Value.Of(regex.IsMatch(text.AsString)) : Errors.InvalidPattern;
    }

    /// <summary>The pattern ready to match; null when it does not construct, with the reason.</summary>
    public static Regex? Construct(string pattern, out string reason)
    {
        reason = "";
        if (pattern.Length > LongestPattern)
        {
            reason = $"it has more than {LongestPattern} characters";
            return null;
        }

        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            reason = refused is RegexParseException parse ? $"it breaks off or is malformed at character {parse.Offset}" : "it needs look-around or back-references";
            return null;
        }
    }
}
