using NodaTime;
using Triggers.Engine.Decisions.Gates.QuietHours;
using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

/// <summary>What gates keep of calendars and clocks from one candidate to the next changes no answer.</summary>
public sealed class KnownTimesTests
{
    private const int Asked = 4_000;

    /// <summary>In St. John's clocks went back over midnight until 2011, in Apia a day is missing, in Beirut and Casablanca days begin late or twice.</summary>
    private static readonly string[] Zones = ["Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Asia/Beirut", "Africa/Casablanca", "Australia/Lord_Howe", "Etc/UTC"];

    [Fact]
    public void A_clock_that_was_asked_before_says_the_same_as_one_that_was_not()
    {
        foreach (var zone in Zones)
        {
            var clock = Clock.In(zone)!;
            foreach (var (at, period) in Times().Select((at, i) => (at, (CalendarPeriod)(i % 3))))
            {
                var span = clock.SpanOf(period, at);
                Assert.Equal(CalendarSpan.Of(period, at, clock.Zone), span);
                Assert.True(span.Contains(at), $"{period} {span} does not hold {at} in {zone}");
            }
        }
    }

    [Fact]
    public void Quiet_hours_that_were_asked_for_before_are_the_same_as_those_that_were_not()
    {
        QuietStretches[] hours = [new(new(new(21, 0), new(8, 0), TimeSpan.Zero)), new(new(new(23, 30), new(0, 0), TimeSpan.Zero)), new(new(new(2, 0), new(2, 30), TimeSpan.Zero))];
        var clocks = Zones.Select(zone => Clock.In(zone)!).ToArray();
        foreach (var (at, clock, known) in Times().SelectMany((at, i) => clocks.Select((clock, j) => (at, clock, hours[(i + j) % hours.Length]))))
        {
            var (stretch, anew) = (known.At(clock, at), QuietHoursRule.StretchAt(known.Hours, at, clock.Zone));

            Assert.Equal((anew.To, anew.IsQuiet), (stretch.To, stretch.IsQuiet));
            Assert.Equal(stretch.IsQuiet, QuietHoursRule.IsQuiet(known.Hours, at, clock.Zone));
        }
    }

    [Fact]
    public void Clocks_are_those_of_the_customers_else_of_the_workspace()
    {
        var clocks = new ZoneClocks("Europe/Berlin");

        Assert.Equal(["Europe/Berlin", "Asia/Shanghai", "Europe/Berlin", "Europe/Berlin"], new[] { null, "Asia/Shanghai", "Mars/Olympus", "" }.Select(own => clocks.Find(own)?.Zone.Id));
        Assert.Same(clocks.Find("Asia/Shanghai"), clocks.Find("Asia/Shanghai"));
        Assert.Null(new ZoneClocks("Mars/Olympus").Find(null));
    }

    /// <summary>Instants of 2010 and 2011, most of them near one another, and many around the nights in which clocks change.</summary>
    private static IEnumerable<Timestamp> Times()
    {
        var random = new Random(7);
        var at = Clock.Utc("2010-03-01T00:00");
        var changes = Zones.SelectMany(zone => Clock.Zone(zone)!.GetZoneIntervals(Instant.FromUtc(2010, 3, 1, 0, 0), Instant.FromUtc(2011, 12, 31, 0, 0)))
            .Where(interval => interval.HasEnd).Select(interval => new Timestamp(interval.End.ToUnixTimeMilliseconds())).ToArray();
        for (var i = 0; i < Asked; i++)
        {
            at = random.Next(20) switch
            {
                0 => changes[random.Next(changes.Length)] - TimeSpan.FromMinutes(random.Next(120)),
                1 => Clock.Utc("2010-03-01T00:00") + TimeSpan.FromMinutes(random.Next(900_000)),
                _ => at + TimeSpan.FromMinutes(random.Next(-10, 60)),
            };
            yield return at;
        }
    }
}
