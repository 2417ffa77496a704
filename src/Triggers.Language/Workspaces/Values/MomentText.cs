using System.Globalization;

namespace Triggers.Language.Workspaces.Values;

/// <summary>Times in rule tests: <c>10:00</c> (on day 1), <c>10:00:30</c>, <c>day 3 10:00</c>, <c>2026-03-29 10:00</c>.</summary>
internal static class MomentText
{
    /// <summary>Regular expression of what is read.</summary>
    public const string Pattern = "^(day [1-9][0-9]{0,4} |[0-9]{4}-[0-9]{2}-[0-9]{2} )?([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$";

    private static readonly string[] TimeFormats = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss"];

    /// <summary>Reads a time; false for anything else.</summary>
    public static bool TryParse(string text, out TestMoment moment)
    {
        moment = default;
        var blank = text.LastIndexOf(' ');
        if (!TimeOnly.TryParseExact(text.AsSpan(blank + 1), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return false;
        }

        var day = blank < 0 ? "" : text[..blank];
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            moment = new(date, 0, time);
            return true;
        }

        var number = 1;
        if (day.Length > 0 && !(day.StartsWith("day ", StringComparison.Ordinal) && IsDay(day.AsSpan(4), out number)))
        {
            return false;
        }

        moment = new(null, number, time);
        return true;
    }

    private static bool IsDay(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= 99_999 && text[0] != '0';
}
