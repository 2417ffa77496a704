namespace Triggers.Language.Calendars;

/// <summary>The days of a schedule: its last three fields. Immutable.</summary>
internal sealed record CronDays
{
    private const uint Weekly = 0x1020_4081;

    /// <summary>Bit m: month m.</summary>
    public required uint Months { get; init; }

    /// <summary>Whether the day of the month is restricted: the field is neither <c>*</c> nor <c>?</c>.</summary>
    public required bool HasDates { get; init; }

    /// <summary>Bit d: day d of the month.</summary>
    public required uint Dates { get; init; }

    /// <summary>Bit n: n days before the last day of the month.</summary>
    public required uint DatesFromEnd { get; init; }

    /// <summary>The working day nearest to this day (positive), or to so many days before the last (zero and below); null: none.</summary>
    public required int? NearestWorkingDay { get; init; }

    /// <summary>Whether the day of the week is restricted.</summary>
    public required bool HasWeekdays { get; init; }

    /// <summary>Bit w: every weekday w (0 Sunday).</summary>
    public required uint Weekdays { get; init; }

    /// <summary>Bit 8 w + n: the n-th weekday w of the month, 1 to 5; n = 6: the last.</summary>
    public required ulong NthWeekdays { get; init; }

    /// <summary>Whether a day needs both its date and its weekday, where both are restricted; else one of them is enough.</summary>
    public required bool NeedsBoth { get; init; }

    /// <summary>The days of one month, bit d for day d.</summary>
    public uint In(int year, int month)
    {
        if ((Months >> month & 1) == 0)
        {
            return 0;
        }

        var length = CivilCalendar.Length(year, month);
        var all = (uint)((1UL << (length + 1)) - 2);
        if (!HasWeekdays && !HasDates)
        {
            return all;
        }

        var first = CivilCalendar.Weekday(CivilCalendar.Day(year, month, 1));
        var days = (HasDates, HasWeekdays) switch
        {
            (true, false) => ByDate(length, first),
            (false, _) => ByWeekday(length, first),
            _ => NeedsBoth ? ByDate(length, first) & ByWeekday(length, first) : ByDate(length, first) | ByWeekday(length, first),
        };
        return days & all;
    }

    private uint ByDate(int length, int first)
    {
        var days = Dates;
        for (var left = DatesFromEnd; left != 0; left &= left - 1)
        {
            var before = System.Numerics.BitOperations.TrailingZeroCount(left);
            days |= before < length ? 1u << (length - before) : 0;
        }

        return NearestWorkingDay is { } near ? days | Nearest(near > 0 ? near : length + near, length, first) : days;
    }

    /// <summary>The working day nearest to <paramref name="day"/> in the same month; none when the month has no such day.</summary>
    private static uint Nearest(int day, int length, int first)
    {
        if (day < 1 || day > length)
        {
            return 0;
        }

        var moved = ((first + day - 1) % 7) switch
        {
            6 => day == 1 ? 3 : day - 1,
            0 => day == length ? day - 2 : day + 1,
            _ => day,
        };
        return 1u << moved;
    }

    private uint ByWeekday(int length, int first)
    {
        uint days = 0;
        for (var weekday = 0; weekday < 7; weekday++)
        {
            var earliest = ((weekday - first + 7) % 7) + 1;
            if ((Weekdays >> weekday & 1) != 0)
            {
                days |= Weekly << earliest;
            }

            for (var nth = (uint)(NthWeekdays >> (8 * weekday)) & 0x7E; nth != 0; nth &= nth - 1)
            {
                var n = System.Numerics.BitOperations.TrailingZeroCount(nth);
                var day = n < 6 ? earliest + (7 * (n - 1)) : earliest + 28 <= length ? earliest + 28 : earliest + 21;
                days |= (uint)(1UL << day);
            }
        }

        return days;
    }
}
