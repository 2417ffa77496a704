using NodaTime;
using Triggers.Language.Workspaces.Values;
using Triggers.Model.Time;

namespace Triggers.Language.Calendars;

/// <summary>
/// When a yearly date is acted on: at a time of the day in a zone, perhaps some time before. Immutable; a question costs a few look-ups of the zone.
/// <list type="bullet">
/// <item>29 February comes on 28 February in a year without one: it stays in its month, as most contracts and NodaTime's own year arithmetic have it.</item>
/// <item>A time that a change of clocks leaves out comes at the first instant after the gap; one that comes twice counts the first time.</item>
/// <item><c>before</c> in whole days counts days of the calendar, so the time of the day stays whatever the clocks do; any other length counts elapsed time.</item>
/// <item>A date with a year comes in that year for the first time, never before.</item>
/// </list>
/// </summary>
public sealed class Anniversary
{
    private readonly long _timeOfDay;
    private readonly long _daysBefore;
    private readonly long _elapsedBefore;

    /// <summary>Acts at <paramref name="at"/> (cut to minutes), earlier by <paramref name="before"/> (0 to 10,000 days).</summary>
    public Anniversary(TimeOnly at, TimeSpan before)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(before, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(before, DurationText.Longest);
        _timeOfDay = ((at.Hour * 60) + at.Minute) * CivilCalendar.MillisecondsPerMinute;
        var isWholeDays = before.Ticks % TimeSpan.TicksPerDay == 0;
        _daysBefore = isWholeDays ? before.Days : 0;
        _elapsedBefore = isWholeDays ? 0 : before.Ticks / TimeSpan.TicksPerMillisecond;
    }

    /// <summary>Time of the day and how long before; for people, and to tell two apart.</summary>
    public override string ToString() =>
        $"at {TimeOnly.FromTimeSpan(TimeSpan.FromMilliseconds(_timeOfDay)):HH\\:mm}, {DurationText.Say(TimeSpan.FromDays(_daysBefore) + TimeSpan.FromMilliseconds(_elapsedBefore))} before";

    /// <summary>The time of the day where none is given: 09:00, when nobody is woken and the day still lies ahead.</summary>
    public static TimeOnly DefaultAt { get; } = new(9, 0);

    /// <summary>The first time after <paramref name="after"/> that <paramref name="date"/> is acted on; <see cref="Timestamp.Never"/> beyond the year 9998.</summary>
    public Timestamp NextAfter(YearlyDate date, Timestamp after, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (date.Month == 0)
        {
            throw new ArgumentException("A date is needed, not the default of its type.", nameof(date));
        }

        var past = CalendarRange.Clamp(after).UnixMilliseconds;
        var around = past + _elapsedBefore + (_daysBefore * CivilCalendar.MillisecondsPerDay);
        var (year, _, _) = CivilCalendar.Date(CivilCalendar.FloorDivide(around, CivilCalendar.MillisecondsPerDay));
        for (year = Math.Max(Math.Max(year - 1, date.Year), 2); year < 9_998; year++)
        {
            var local = ((date.DayIn(year) - _daysBefore) * CivilCalendar.MillisecondsPerDay) + _timeOfDay;
            var instant = ClockStretch.InstantOf(zone, local) - _elapsedBefore;
            if (instant > past)
            {
                return new(instant);
            }
        }

        return Timestamp.Never;
    }
}
