using System.Globalization;
using NodaTime;
using Triggers.Language.Workspaces.Values;
using Triggers.Model.Time;

namespace Triggers.Language.Workspaces.Reading.RuleTests;

/// <summary>
/// Local times of a rule test → instants. A time that the clock skips counts as that much later, of a time that comes twice the first is meant.
/// </summary>
internal sealed class TestClock
{
    private static readonly DateOnly DefaultDay = new(2026, 1, 5);

    private readonly DateTimeZone _zone;
    private readonly DateOnly _firstDay;

    public TestClock(string? day, string zone)
    {
        _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;
        _firstDay = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : DefaultDay;
    }

    /// <summary>Midnight of day 1.</summary>
    public Timestamp Start => At(_firstDay, TimeOnly.MinValue);

    /// <summary>The instant of a time as written; null when it is none, or lies beyond the calendar.</summary>
    public Timestamp? At(string? text)
    {
        if (text is null || !MomentText.TryParse(text, out var moment))
        {
            return null;
        }

        var day = moment.Date ?? (_firstDay.DayNumber + moment.Day - 1 <= DateOnly.MaxValue.DayNumber ? _firstDay.AddDays(moment.Day - 1) : null as DateOnly?);
        return day is { Year: > 1 and < 9999 } date ? At(date, moment.Time) : null;
    }

    private Timestamp At(DateOnly day, TimeOnly time)
    {
        var local = new LocalDateTime(day.Year, day.Month, day.Day, time.Hour, time.Minute, time.Second);
        return new(_zone.AtLeniently(local).ToInstant().ToUnixTimeMilliseconds());
    }
}
