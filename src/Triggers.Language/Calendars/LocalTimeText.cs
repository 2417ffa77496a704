using System.Globalization;
using NodaTime;
using Triggers.Model.Time;

namespace Triggers.Language.Calendars;

/// <summary>Instants as people in a zone read them off a clock. Not a format that anything reads back.</summary>
public static class LocalTimeText
{
    /// <summary>
    /// Day and time in a zone of the tz database (UTC when it is none): <c>2026-01-05 10:00</c>, cut to seconds, which are left out when they are 0. A time that the clock shows
    /// twice has its distance from UTC: <c>2026-10-25 02:30 (+01)</c>. Instants outside the years 1 to 9998 are written as <see cref="Timestamp"/> writes them.
    /// </summary>
    public static string Write(Timestamp time, string zone)
    {
        if (CalendarRange.Clamp(time) != time)
        {
            return time.ToString();
        }

        var shown = Instant.FromUnixTimeMilliseconds(time.UnixMilliseconds).InZone(TimeZones.ZoneOf(zone, DateTimeZone.Utc));
        var local = shown.LocalDateTime;
        var isTwice = shown.Zone.MapLocal(local).Count == 2;
        var text = local.ToString(local.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return isTwice ? $"{text} ({shown.Offset.ToString("g", CultureInfo.InvariantCulture)})" : text;
    }

    /// <summary>As <see cref="Write"/>, behind the day of the week: <c>Mon 2026-01-05 10:00</c>.</summary>
    public static string WriteWithWeekday(Timestamp time, string zone)
    {
        var text = Write(time, zone);
        return DateOnly.TryParseExact(text.Split(' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? $"{day.ToString("ddd", CultureInfo.InvariantCulture)} {text}"
            : text;
    }
}
