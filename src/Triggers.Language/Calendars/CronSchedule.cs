using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NodaTime;
using Triggers.Model.Time;

namespace Triggers.Language.Calendars;

/// <summary>
/// Times in cron's notation: minute, hour, day of the month, month, day of the week, by the Open Cron Pattern Specification 1.0 (final) with <c>L</c>, <c>W</c>
/// and <c>#</c> of its 1.3, <c>?</c> and <c>+</c> of its 1.4. A day of the month and a day of the week, both given, mean days that are one <b>or</b> the other;
/// <c>+</c> before the weekday: both. Immutable; a question takes 0.1 to 0.5 microseconds, 10 for a day that never comes, and allocates nothing.
/// <para>Where clocks go forward, what falls into the gap comes once, at the first instant after it. Where they go back, a schedule whose minutes and hours are
/// single numbers or lists comes once, at the first of the two; one with <c>*</c>, a range or a step in minute or hour goes on through both.</para>
/// </summary>
public sealed class CronSchedule
{
    private const long None = long.MaxValue;
    private const int MonthsAhead = 1_200;

    private readonly string _text;
    private readonly ulong _minutes;
    private readonly uint _hours;
    private readonly CronDays _days;
    private readonly bool _isPaced;

    internal CronSchedule(string text, ulong minutes, uint hours, CronDays days, bool isPaced)
    {
        _text = text;
        _minutes = minutes;
        _hours = hours;
        _days = days;
        _isPaced = isPaced;
    }

    /// <summary>
    /// Reads a schedule. When it is none, <paramref name="problem"/> says which field is wrong, what is allowed and, where it can be told, what to write instead.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronSchedule? schedule, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new CronReader();
        schedule = reader.Read(text);
        problem = reader.Problem ?? "";
        return schedule is not null;
    }

    /// <summary>The first time after <paramref name="after"/>, by the clocks of <paramref name="zone"/>; <see cref="Timestamp.Never"/> when there is none within 100 years.</summary>
    public Timestamp NextAfter(Timestamp after, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (after > CalendarRange.Latest)
        {
            return Timestamp.Never;
        }

        var past = Timestamp.Max(after, CalendarRange.Earliest).UnixMilliseconds;
        var stretch = ClockStretch.At(zone, past);
        var from = CivilCalendar.FloorDivide(past + stretch.Offset, CivilCalendar.MillisecondsPerMinute) + 1;
        if (!_isPaced && stretch.Start > past - (2 * ClockStretch.MostOffset))
        {
            // What clocks showed before they went back is over.
            from = Math.Max(from, CivilCalendar.MinuteNotBefore(ClockStretch.At(zone, stretch.Start - 1).LocalEnd));
        }

        return After(stretch, from, zone);
    }

    /// <summary>The schedule as it was written.</summary>
    public override string ToString() => _text;

    /// <summary>The first occurrence from the local minute <paramref name="from"/> of <paramref name="stretch"/> on.</summary>
    private Timestamp After(ClockStretch stretch, long from, DateTimeZone zone)
    {
        var isFirst = true;
        var minute = FirstFrom(from);
        while (minute != None)
        {
            var local = minute * CivilCalendar.MillisecondsPerMinute;
            if (local < stretch.LocalEnd)
            {
                return new(local - stretch.Offset);
            }

            // Nothing matches between here and there, so all stretches that end before may be left out, except that the next may set clocks back behind `from`.
            var next = ClockStretch.At(zone, isFirst ? stretch.End : Math.Max(stretch.End, local - (2 * ClockStretch.MostOffset)));
            isFirst = false;
            if (local < next.LocalStart)
            {
                return new(next.Start);
            }

            if (_isPaced && next.LocalStart < stretch.LocalEnd)
            {
                minute = FirstFrom(CivilCalendar.MinuteNotBefore(next.LocalStart));
            }

            stretch = next;
        }

        return Timestamp.Never;
    }

    /// <summary>The first local minute (since 1970) of the schedule that is not before <paramref name="from"/>.</summary>
    private long FirstFrom(long from)
    {
        var today = CivilCalendar.FloorDivide(from, CivilCalendar.MinutesPerDay);
        var (year, month, day) = CivilCalendar.Date(today);
        var days = _days.In(year, month) >> day << day;
        if ((days >> day & 1) != 0)
        {
            var time = TimeFrom((int)(from - (today * CivilCalendar.MinutesPerDay)));
            if (time >= 0)
            {
                return (today * CivilCalendar.MinutesPerDay) + time;
            }

            days &= days - 1;
        }

        for (var months = 0; days == 0; months++)
        {
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
            if (months > MonthsAhead || year > 9_998)
            {
                return None;
            }

            days = _days.In(year, month);
        }

        return (CivilCalendar.Day(year, month, BitOperations.TrailingZeroCount(days)) * CivilCalendar.MinutesPerDay) + TimeFrom(0);
    }

    /// <summary>The first minute of the day, not before <paramref name="from"/>; -1 when there is none.</summary>
    private int TimeFrom(int from)
    {
        var (hour, minute) = (from / 60, from % 60);
        if ((_hours >> hour & 1) != 0 && _minutes >> minute != 0)
        {
            return (hour * 60) + minute + BitOperations.TrailingZeroCount(_minutes >> minute);
        }

        var later = _hours & ~((2u << hour) - 1);
        return later == 0 ? -1 : (BitOperations.TrailingZeroCount(later) * 60) + BitOperations.TrailingZeroCount(_minutes);
    }
}
