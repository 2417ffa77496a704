using System.Globalization;
using NodaTime;
using Triggers.Model.Time;

namespace Triggers.Language.Workspaces.RuleTests;

/// <summary>Instants as the times of a rule test, the way back from what it writes: <c>10:00</c>, <c>day 2 10:00:30</c>.</summary>
public static class TestTimeText
{
    /// <summary>The local time in the zone of <paramref name="test"/>, its day counted from the test's first; of a time that the clock shows twice the later one is marked.</summary>
    public static string Write(Timestamp time, RuleTest test)
    {
        var zone = DateTimeZoneProviders.Tzdb[test.Zone];
        var instant = Instant.FromUnixTimeMilliseconds(time.UnixMilliseconds);
        var local = instant.InZone(zone).LocalDateTime;
        var day = Period.DaysBetween(Instant.FromUnixTimeMilliseconds(test.Start.UnixMilliseconds).InZone(zone).Date, local.Date) + 1;
        var shown = local.ToString(local.Second == 0 && local.Millisecond == 0 ? "HH:mm" : local.Millisecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var mapping = zone.MapLocal(local);
        var isSecond = mapping.Count == 2 && mapping.Last().ToInstant() == instant;
        return (day == 1 ? shown : string.Create(CultureInfo.InvariantCulture, $"day {day} {shown}")) + (isSecond ? " (when it is that time again)" : "");
    }

    /// <summary>Local time minus UTC at an instant, in minutes.</summary>
    public static int OffsetMinutes(Timestamp time, RuleTest test) =>
        DateTimeZoneProviders.Tzdb[test.Zone].GetUtcOffset(Instant.FromUnixTimeMilliseconds(time.UnixMilliseconds)).Seconds / 60;
}
