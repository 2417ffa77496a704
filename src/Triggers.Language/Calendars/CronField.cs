namespace Triggers.Language.Calendars;

/// <summary>One of the five fields of a schedule.</summary>
/// <param name="Place">1 to 5.</param>
/// <param name="Noun">What it counts, for messages.</param>
/// <param name="Least">Smallest number.</param>
/// <param name="Most">Greatest number; weekdays have 7 for Sunday too.</param>
/// <param name="Allowed">What may be written, as the end of a message.</param>
internal sealed record CronField(int Place, string Noun, int Least, int Most, string Allowed)
{
    private const string Lists = "`*`, lists, ranges and steps";

    public static CronField Minute { get; } = new(1, "minute", 0, 59, $"0 to 59, {Lists}: `0`, `0,30`, `*/15`");

    public static CronField Hour { get; } = new(2, "hour", 0, 23, $"0 to 23, {Lists}: `10`, `9-17`, `*/2`");

    public static CronField Date { get; } = new(3, "day of the month", 1, 31, $"1 to 31, {Lists}, `L` (last), `L-2`, `15W` (nearest working day), `LW`: `1`, `1,15`, `L`");

    public static CronField Month { get; } = new(4, "month", 1, 12, $"1 to 12 or JAN to DEC, {Lists}: `12`, `JUN-AUG`")
    {
        Names = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
    };

    public static CronField Weekday { get; } = new(5, "day of the week", 0, 7, $"0 to 7 or SUN to SAT, {Lists}, `MON#1` (first), `FRI#L` (last): `5`, `MON-FRI`, `SAT,SUN`")
    {
        Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
    };

    /// <summary>In the order in which they are written.</summary>
    public static IReadOnlyList<CronField> All { get; } = [Minute, Hour, Date, Month, Weekday];

    /// <summary>Names of the numbers from <see cref="Least"/> on.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The number or name that <paramref name="text"/> is; -1 when it is none of this field.</summary>
    public int Number(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (text.Equals(Names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i + Least;
            }
        }

        var number = Whole(text);
        return number >= Least && number <= Most ? number : -1;
    }

    /// <summary>A whole number of one or two digits; -1 for anything else.</summary>
    public static int Whole(ReadOnlySpan<char> text) =>
        text.Length is 1 or 2 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) ? text.Length == 1 ? text[0] - '0' : ((text[0] - '0') * 10) + text[1] - '0' : -1;
}
