using NodaTime;
using Triggers.Engine.Decisions.Gates.QuietHours;
using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

/// <summary>Quiet hours, case by case. Times are UTC.</summary>
public sealed class QuietHoursRuleTests
{
    private const string Berlin = "Europe/Berlin";

    [Theory]
    // Over night: 21:00 belongs to them, 08:00 does not.
    [InlineData("21:00", "08:00", Berlin, "2026-01-10T19:59", "now")]
    [InlineData("21:00", "08:00", Berlin, "2026-01-10T20:00", "2026-01-11T07:00")]
    [InlineData("21:00", "08:00", Berlin, "2026-01-11T06:59", "2026-01-11T07:00")]
    [InlineData("21:00", "08:00", Berlin, "2026-01-11T07:00", "now")]
    // Within a day.
    [InlineData("12:00", "14:00", Berlin, "2026-01-10T11:30", "2026-01-10T13:00")]
    [InlineData("12:00", "14:00", Berlin, "2026-01-10T13:00", "now")]
    // The same instant is night in Shanghai and day in Berlin.
    [InlineData("21:00", "08:00", "Asia/Shanghai", "2026-01-10T15:00", "2026-01-11T00:00")]
    [InlineData("21:00", "08:00", Berlin, "2026-01-10T15:00", "now")]
    // The night in which clocks go forward is an hour shorter, that in which they go back an hour longer.
    [InlineData("21:00", "08:00", Berlin, "2026-03-28T22:00", "2026-03-29T06:00")]
    [InlineData("21:00", "08:00", Berlin, "2026-10-24T22:00", "2026-10-25T07:00")]
    // An end that the clock skips (02:30) is over when it has been skipped.
    [InlineData("21:00", "02:30", Berlin, "2026-03-29T00:59", "2026-03-29T01:00")]
    [InlineData("21:00", "02:30", Berlin, "2026-03-29T01:00", "now")]
    // A beginning that the clock skips begins when it has been skipped.
    [InlineData("02:30", "08:00", Berlin, "2026-03-29T01:00", "2026-03-29T06:00")]
    // Hours that the clock skips altogether do not come.
    [InlineData("02:00", "03:00", Berlin, "2026-03-29T00:59", "now")]
    [InlineData("02:00", "03:00", Berlin, "2026-03-29T01:00", "now")]
    // An end that comes twice (02:30) is an end both times; in between the clock shows quiet hours again.
    [InlineData("21:00", "02:30", Berlin, "2026-10-25T00:29", "2026-10-25T00:30")]
    [InlineData("21:00", "02:30", Berlin, "2026-10-25T00:59", "now")]
    [InlineData("21:00", "02:30", Berlin, "2026-10-25T01:00", "2026-10-25T01:30")]
    [InlineData("21:00", "02:30", Berlin, "2026-10-25T01:30", "now")]
    // A beginning that comes twice: what was free becomes quiet, is free for the repeated half hour, and quiet again.
    [InlineData("02:30", "08:00", Berlin, "2026-10-25T00:45", "2026-10-25T01:00")]
    [InlineData("02:30", "08:00", Berlin, "2026-10-25T01:15", "now")]
    // A day that never was: Samoa went from 29 to 31 December 2011.
    [InlineData("21:00", "08:00", "Pacific/Apia", "2011-12-30T09:00", "2011-12-30T18:00")]
    // Half-hour zones, and a clock that moves by half an hour.
    [InlineData("21:00", "08:00", "Asia/Kolkata", "2026-01-10T15:30", "2026-01-11T02:30")]
    [InlineData("21:00", "08:00", "Australia/Lord_Howe", "2026-04-04T12:00", "2026-04-04T21:30")]
    public void A_message_waits_for_the_first_instant_at_which_the_customers_clock_is_not_quiet(string from, string to, string zone, string at, string release)
    {
        var verdict = QuietHoursRule.Judge(Hours(from, to), new(Clock.Utc(at), Clock.Zone(zone), Clock.Customer(1)));

        Assert.Equal(release, verdict.IsQuiet ? Clock.Write(verdict.ReleaseAt) : "now");
    }

    [Fact]
    public void Without_any_zone_a_message_is_held_without_end_and_without_quiet_hours_it_goes()
    {
        Assert.Equal(new QuietVerdict(true, null), QuietHoursRule.Judge(Hours("21:00", "08:00"), new(Clock.Utc("2026-01-10T12:00"), null, Clock.Customer(1))));
        Assert.Equal(QuietVerdict.Pass, QuietHoursRule.Judge(null, new(Clock.Utc("2026-01-10T23:00"), null, Clock.Customer(1))));
    }

    [Fact]
    public void The_clock_is_the_customers_own_else_the_workspaces_else_none()
    {
        Assert.Equal(("Asia/Shanghai", true), Found("Asia/Shanghai", "Europe/Berlin"));
        Assert.Equal(("Europe/Berlin", false), Found("Mars/Olympus", "Europe/Berlin"));
        Assert.Equal(("Europe/Berlin", false), Found(null, "Europe/Berlin"));
        Assert.Equal((null, false), Found("", "Mars/Olympus"));
    }

    [Fact]
    public void Messages_held_over_night_are_released_one_after_the_other_and_each_always_at_its_time()
    {
        var hours = Hours("21:00", "08:00") with { Spread = TimeSpan.FromMinutes(30) };
        var end = Clock.Utc("2026-01-11T07:00");
        var releases = Enumerable.Range(0, 3_000).Select(i => Release(hours, "2026-01-10T23:00", i)).ToList();

        Assert.All(releases, r => Assert.InRange((r - end).TotalMinutes, 0, 29.9999));
        Assert.All(Enumerable.Range(0, 30), minute => Assert.InRange(releases.Count(r => (int)(r - end).TotalMinutes == minute), 60, 150));
        Assert.Equal(releases.Take(20), Enumerable.Range(0, 20).Select(i => Release(hours, "2026-01-11T05:00", i)));
        Assert.NotEqual(releases[0] - end, Release(hours, "2026-01-11T23:00", 0) - Clock.Utc("2026-01-12T07:00"));
    }

    [Fact]
    public void A_spread_longer_than_the_day_never_reaches_into_the_next_quiet_hours()
    {
        var hours = Hours("08:30", "08:00") with { Spread = TimeSpan.FromHours(5) };

        Assert.All(Enumerable.Range(0, 500), i => Assert.False(QuietHoursRule.IsQuiet(hours, Release(hours, "2026-01-10T23:00", i), Clock.Zone(Berlin)!)));
    }

    [Fact]
    public void Whatever_the_zone_and_the_night_the_release_is_the_first_minute_that_is_not_quiet()
    {
        var random = new Random(5);
        string[] zones = [Berlin, "America/New_York", "Australia/Lord_Howe", "Asia/Beirut", "Africa/Casablanca", "Asia/Kathmandu", "America/Sao_Paulo", "Antarctica/Troll"];
        for (var i = 0; i < 400; i++)
        {
            var zone = Clock.Zone(zones[random.Next(zones.Length)])!;
            var hours = new QuietHoursPlan(new(random.Next(24), random.Next(4) * 15), new(random.Next(24), 7), TimeSpan.Zero);
            var at = new Timestamp(new DateTimeOffset(2026, random.Next(1, 13), random.Next(1, 29), random.Next(24), random.Next(60), 0, TimeSpan.Zero).ToUnixTimeMilliseconds());
            var naive = Enumerable.Range(0, 3_000).Select(minute => at + TimeSpan.FromMinutes(minute)).First(t => !Shows(hours, t, zone));

            var verdict = QuietHoursRule.Judge(hours, new(at, zone, Clock.Customer(i)));
            Assert.Equal(naive, verdict.IsQuiet ? verdict.ReleaseAt : at);
        }
    }

    /// <summary>The naive rule: minutes of the day go round from the beginning to the end.</summary>
    private static bool Shows(QuietHoursPlan hours, Timestamp at, DateTimeZone zone)
    {
        var local = Instant.FromUnixTimeMilliseconds(at.UnixMilliseconds).InZone(zone);
        static int Minute(int hour, int minute) => (hour * 60) + minute;
        var (now, from, to) = (Minute(local.Hour, local.Minute), Minute(hours.From.Hour, hours.From.Minute), Minute(hours.To.Hour, hours.To.Minute));
        return (now - from + 1_440) % 1_440 < (to - from + 1_440) % 1_440;
    }

    private static (string?, bool) Found(string? own, string? workspace)
    {
        var found = CustomerZone.Find(own, workspace);
        return (found.Zone?.Id, found.IsOwn);
    }

    private static Timestamp Release(QuietHoursPlan hours, string at, int customer) =>
        QuietHoursRule.Judge(hours, new(Clock.Utc(at), Clock.Zone(Berlin), Clock.Customer(customer))).ReleaseAt!.Value;

    private static QuietHoursPlan Hours(string from, string to) => new(Time(from), Time(to), TimeSpan.Zero);

    private static LocalTime Time(string text) => new(int.Parse(text[..2], System.Globalization.CultureInfo.InvariantCulture), int.Parse(text[3..], System.Globalization.CultureInfo.InvariantCulture));
}
