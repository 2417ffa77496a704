namespace Triggers.Language.Calendars;

/// <summary>
/// The Gregorian calendar, extended backwards, as numbers: days and minutes since 1970-01-01, whatever the zone. Years 1 to 9999; a step costs a few
/// nanoseconds and allocates nothing.
/// </summary>
internal static class CivilCalendar
{
    public const long MinutesPerDay = 1_440;
    public const long MillisecondsPerMinute = 60_000;
    public const long MillisecondsPerDay = MinutesPerDay * MillisecondsPerMinute;

    private const int DaysPerEra = 146_097;
    private const int EpochInEra = 719_468;

    /// <summary>Days from 1970-01-01 to a date (H. Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so that leap days end them).</summary>
    public static long Day(int year, int month, int day)
    {
        long marchYear = month <= 2 ? year - 1 : year;
        var era = FloorDivide(marchYear, 400);
        var yearOfEra = marchYear - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * DaysPerEra) + dayOfEra - EpochInEra;
    }

    /// <summary>The date that lies <paramref name="day"/> days after 1970-01-01.</summary>
    public static (int Year, int Month, int Day) Date(long day)
    {
        var shifted = day + EpochInEra;
        var era = FloorDivide(shifted, DaysPerEra);
        var dayOfEra = shifted - (era * DaysPerEra);
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var marchMonth = ((5 * dayOfYear) + 2) / 153;
        var month = (int)(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9);
        return ((int)(yearOfEra + (era * 400)) + (month <= 2 ? 1 : 0), month, (int)(dayOfYear - (((153 * marchMonth) + 2) / 5) + 1));
    }

    /// <summary>Days of a month: 28 to 31.</summary>
    public static int Length(int year, int month) => DateTime.DaysInMonth(year, month);

    /// <summary>Day of the week: 0 Sunday to 6 Saturday.</summary>
    public static int Weekday(long day) => (int)(((day % 7) + 11) % 7);

    /// <summary>Division that rounds down, also below zero.</summary>
    public static long FloorDivide(long number, long divisor) => (number / divisor) - (number % divisor < 0 ? 1 : 0);

    /// <summary>The first whole minute that is not before <paramref name="milliseconds"/>.</summary>
    public static long MinuteNotBefore(long milliseconds) => -FloorDivide(-milliseconds, MillisecondsPerMinute);
}
