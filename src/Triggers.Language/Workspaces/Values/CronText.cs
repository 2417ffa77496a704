using System.Globalization;

namespace Triggers.Language.Workspaces.Values;

/// <summary>
/// The form of a cron schedule: minute, hour, day of month, month, weekday; lists, ranges, steps, and three-letter names of months and weekdays.
/// </summary>
internal static class CronText
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    private static readonly (int Least, int Most)[] Fields = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)];

    /// <summary>Whether <paramref name="text"/> has five well-formed fields.</summary>
    public static bool IsValid(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == Fields.Length && Enumerable.Range(0, fields.Length).All(i => fields[i].Split(',').All(part => IsPart(part, i)));
    }

    private static bool IsPart(string part, int field)
    {
        var step = part.Split('/');
        if (step.Length > 2 || (step.Length == 2 && Number(step[1], field, isStep: true) is null))
        {
            return false;
        }

        if (step[0] == "*")
        {
            return true;
        }

        var range = step[0].Split('-');
        return range.Length <= 2 && range.All(end => Number(end, field, isStep: false) is not null) &&
            (range.Length == 1 || Number(range[0], field, isStep: false) <= Number(range[1], field, isStep: false));
    }

    private static int? Number(string text, int field, bool isStep)
    {
        var (least, most) = Fields[field];
        if (!isStep && field >= 3)
        {
            var names = field == 3 ? Months : Weekdays;
            var index = Array.FindIndex(names, n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
            if (index >= 0)
            {
                return index + least;
            }
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= (isStep ? 1 : least) && number <= most ? number : null;
    }
}
