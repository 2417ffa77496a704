using System.Globalization;
using System.Text;

namespace Triggers.Language.Workspaces.Values;

/// <summary>
/// Lengths of time as a workspace writes them: whole numbers with a unit, greatest unit first: <c>90s</c>, <c>30m</c>, <c>1h30m</c>, <c>7d</c> (a day is 24
/// hours).
/// </summary>
public static class DurationText
{
    /// <summary>Greatest length: 10,000 days.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(10_000);

    /// <summary>Regular expression of what <see cref="TryParse"/> reads, without the limits on the numbers.</summary>
    internal const string Pattern = "^(?=.)([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$";

    private static readonly (char Unit, long Seconds, string Noun)[] Units = [('d', 86_400, "day"), ('h', 3_600, "hour"), ('m', 60, "minute"), ('s', 1, "second")];

    /// <summary>Reads a length from 1 second to <see cref="Longest"/>; false for anything else.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        long seconds = 0;
        int at = 0, unit = 0;
        while (at < text.Length)
        {
            var digits = at;
            while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                digits++;
            }

            while (unit < Units.Length && (digits == text.Length || Units[unit].Unit != text[digits]))
            {
                unit++;
            }

            if (unit == Units.Length || digits - at is 0 or > 9)
            {
                return false;
            }

            seconds += long.Parse(text.AsSpan(at, digits - at), CultureInfo.InvariantCulture) * Units[unit].Seconds;
            at = digits + 1;
            unit++;
        }

        if (seconds == 0 || seconds > (long)Longest.TotalSeconds)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }

    /// <summary>What a wrong text was probably meant to be: units as words, blanks between, another order; null when there is no telling.</summary>
    internal static string? Guess(string text)
    {
        long seconds = 0;
        var at = 0;
        while (at < text.Length)
        {
            var digits = at;
            at = Skip(text, at, char.IsAsciiDigit);
            var (number, letters) = (text[digits..at], Skip(text, at, char.IsWhiteSpace));
            at = Skip(text, letters, char.IsAsciiLetter);
            var unit = Unit(text[letters..at].ToLowerInvariant());
            if (number.Length is 0 or > 6 || unit == 0)
            {
                return null;
            }

            seconds += long.Parse(number, CultureInfo.InvariantCulture) * unit;
            at = Skip(text, at, c => char.IsWhiteSpace(c) || c == ',');
        }

        return seconds == 0 || seconds > Longest.TotalSeconds ? null : Write(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>The shortest text that reads as <paramref name="duration"/> (cut to seconds).</summary>
    public static string Write(TimeSpan duration)
    {
        var text = new StringBuilder();
        var rest = (long)duration.TotalSeconds;
        foreach (var (unit, seconds, _) in Units)
        {
            if (rest / seconds > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{rest / seconds}{unit}");
                rest %= seconds;
            }
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    /// <summary>In words: <c>30 minutes</c>, <c>1 hour 30 minutes</c>.</summary>
    public static string Say(TimeSpan duration)
    {
        var words = new List<string>();
        var rest = (long)duration.TotalSeconds;
        foreach (var (_, seconds, noun) in Units)
        {
            var count = rest / seconds;
            rest %= seconds;
            if (count > 0)
            {
                words.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}"));
            }
        }

        return words.Count == 0 ? "no time" : string.Join(" ", words);
    }

    private static int Skip(string text, int at, Func<char, bool> over)
    {
        while (at < text.Length && over(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Seconds of a unit written as a word or its beginning: <c>m</c>, <c>min</c>, <c>minutes</c>; 0 for anything else.</summary>
    private static long Unit(string word)
    {
        const long week = 604_800;
        var known = Units.FirstOrDefault(u => word.Length > 0 && (u.Noun + "s").StartsWith(word, StringComparison.Ordinal));
        return known.Seconds > 0 ? known.Seconds : word is "w" or "week" or "weeks" ? week : 0;
    }
}
