using Triggers.Model.Time;

namespace Triggers.Language.Calendars;

/// <summary>The instants that calendars are asked about: the years 1 to 9998, a day of room at both ends for zones.</summary>
internal static class CalendarRange
{
    /// <summary>0001-01-03T00:00:00Z.</summary>
    public static Timestamp Earliest { get; } = new(CivilCalendar.Day(1, 1, 3) * CivilCalendar.MillisecondsPerDay);

    /// <summary>9998-12-29T00:00:00Z.</summary>
    public static Timestamp Latest { get; } = new(CivilCalendar.Day(9998, 12, 29) * CivilCalendar.MillisecondsPerDay);

    /// <summary>The nearest instant in the range.</summary>
    public static Timestamp Clamp(Timestamp time) => Timestamp.Max(Earliest, Timestamp.Min(Latest, time));
}
