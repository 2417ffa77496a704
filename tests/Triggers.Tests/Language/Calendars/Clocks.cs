using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Triggers.Language.Calendars;
using Triggers.Model.Time;

namespace Triggers.Tests.Language.Calendars;

/// <summary>Instants as tests write and show them: local time with the offset from UTC.</summary>
internal static class Clocks
{
    private static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFF o<+HH:mm>");

    public static DateTimeZone Zone(string name) => DateTimeZoneProviders.Tzdb[name];

    /// <summary>Reads <c>2026-03-29 01:30 +01:00</c>.</summary>
    public static Timestamp At(string text) => Timestamp.From(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>Shows <c>2026-03-29 01:30 +01:00</c>; seconds only where there are any.</summary>
    public static string Show(Timestamp time, DateTimeZone zone) => time == Timestamp.Never
        ? "never"
        : Pattern.Format(Instant.FromUnixTimeMilliseconds(time.UnixMilliseconds).InZone(zone).ToOffsetDateTime()).Replace(":00 ", " ", StringComparison.Ordinal);

    public static CronSchedule Cron(string text) =>
        CronSchedule.TryParse(text, out var schedule, out var problem) ? schedule : throw new ArgumentException(problem, nameof(text));

    /// <summary>The next times after a start, one a line.</summary>
    public static string Next(string cron, string zone, string after, int count)
    {
        var lines = new List<string>();
        var time = At(after);
        for (var i = 0; i < count && time != Timestamp.Never; i++)
        {
            time = Cron(cron).NextAfter(time, Zone(zone));
            lines.Add(Show(time, Zone(zone)));
        }

        return string.Join('\n', lines);
    }
}
