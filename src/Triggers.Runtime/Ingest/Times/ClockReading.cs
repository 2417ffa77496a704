namespace Triggers.Runtime.Ingest.Times;

/// <summary>What a written time says, before a zone is applied.</summary>
/// <param name="LocalSeconds">Seconds since 1970-01-01T00:00:00 of the calendar and clock as written.</param>
/// <param name="Nanoseconds">0..999,999,999.</param>
/// <param name="OffsetSeconds">Offset from UTC as written; null: none was written.</param>
internal readonly record struct ClockReading(long LocalSeconds, int Nanoseconds, int? OffsetSeconds)
{
    /// <summary>Seconds of a date and a time of day; false when there is no such day or time. A leap second counts as the second after it.</summary>
    public static bool TrySeconds(int year, int month, int day, int hour, int minute, int second, out long seconds)
    {
        seconds = 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 ||
            second is < 0 or > 60)
        {
            return false;
        }

        seconds = (DaysSince1970(year, month, day) * 86_400) + (hour * 3_600) + (minute * 60) + second;
        return true;
    }

    /// <summary>Days of the proleptic Gregorian calendar, counted in eras of 400 years that begin on 1 March (Howard Hinnant, <c>days_from_civil</c>).</summary>
    private static long DaysSince1970(int year, int month, int day)
    {
        const int daysOfEra = 146_097, daysTo1970 = 719_468;
        var shifted = month <= 2 ? year - 1 : year;
        var era = shifted / 400;
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return ((long)era * daysOfEra) + dayOfEra - daysTo1970;
    }
}
