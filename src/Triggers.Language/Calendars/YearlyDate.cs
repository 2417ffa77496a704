using System.Globalization;
using NodaTime;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Language.Calendars;

/// <summary>
/// A date that comes round each year, such as a birthday: month and day, and the year it first came when that is known. Made by
/// <see cref="TryParse"/>, <see cref="Of"/> or <see cref="TryRead"/>, which only let real dates through.
/// </summary>
public readonly record struct YearlyDate
{
    private const int LeapYear = 2000;

    private YearlyDate(int year, int month, int day) => (Year, Month, Day) = (year, month, day);

    /// <summary>The first year it comes, 1 to 9999; 0 when unknown: every year.</summary>
    public int Year { get; }

    /// <summary>1 to 12.</summary>
    public int Month { get; }

    /// <summary>1 to 31; 29 February is kept as such.</summary>
    public int Day { get; }

    /// <summary>Reads <c>1990-05-03</c>, <c>05-03</c> or <c>--05-03</c> (ISO 8601 and vCard); false for anything else, also for days that no calendar has.</summary>
    public static bool TryParse(string? text, out YearlyDate date)
    {
        date = default;
        if (text is null)
        {
            return false;
        }

        var hasYear = text.Length == "yyyy-MM-dd".Length;
        var full = hasYear ? text : $"{LeapYear}-{(text.StartsWith("--", StringComparison.Ordinal) ? text[2..] : text)}";
        if (!DateOnly.TryParseExact(full, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return false;
        }

        date = new(hasYear ? read.Year : 0, read.Month, read.Day);
        return true;
    }

    /// <summary>The day that calendars in <paramref name="zone"/> show at an instant of the years 1 to 9998 (others are moved to the nearest of these).</summary>
    public static YearlyDate Of(Timestamp time, DateTimeZone zone)
    {
        var instant = CalendarRange.Clamp(time).UnixMilliseconds;
        var (year, month, day) = CivilCalendar.Date(CivilCalendar.FloorDivide(instant + ClockStretch.At(zone, instant).Offset, CivilCalendar.MillisecondsPerDay));
        return new(year, month, day);
    }

    /// <summary>The date in a value: a timestamp (its day in <paramref name="zone"/>) or a text as in <see cref="TryParse"/>; false for anything else.</summary>
    public static bool TryRead(in Value value, DateTimeZone zone, out YearlyDate date)
    {
        if (value.Kind == ValueKind.Timestamp)
        {
            date = Of(new Timestamp((value.Seconds * 1_000) + (value.Nanoseconds / 1_000_000)), zone);
            return true;
        }

        date = default;
        return value.Kind == ValueKind.String && TryParse(value.AsString, out date);
    }

    /// <summary>Its day in a year, as days since 1970-01-01: 29 February is 28 February in a year without one.</summary>
    internal long DayIn(int year) => CivilCalendar.Day(year, Month, Math.Min(Day, CivilCalendar.Length(year, Month)));

    /// <inheritdoc/>
    public override string ToString() =>
        Year == 0 ? string.Create(CultureInfo.InvariantCulture, $"--{Month:00}-{Day:00}") : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}");
}
