using System.Runtime.InteropServices;
using Triggers.Engine.Decisions.Gates.Caps;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

/// <summary>Windows of caps, case by case. Times are UTC.</summary>
public sealed class CapCountTests
{
    private const string Berlin = "Europe/Berlin";

    [Theory]
    // Braze: the day is the calendar day of the customer, so 23:00 and an hour later are both allowed.
    [InlineData("day", 1, Berlin, "2026-01-10T22:00", "2026-01-10T22:59", "2026-01-10T23:00")]
    [InlineData("day", 1, Berlin, "2026-01-10T22:00", "2026-01-10T23:00", "2026-01-10T23:00")]
    // Adobe: all days are UTC days; the same hour is another day there.
    [InlineData("day", 1, "Etc/UTC", "2026-01-10T22:00", "2026-01-10T23:00", "2026-01-11T00:00")]
    // Klaviyo: 16 hours between two letters, to the second.
    [InlineData("16h", 1, "", "2026-01-10T08:00", "2026-01-10T23:59", "2026-01-11T00:00")]
    [InlineData("16h", 1, "", "2026-01-10T08:00", "2026-01-11T00:00", "2026-01-11T00:00")]
    // Braze: the week is seven days back, whatever the weekday.
    [InlineData("7d", 2, "", "2026-01-05T10:00 2026-01-07T10:00", "2026-01-12T09:59", "2026-01-12T10:00")]
    [InlineData("7d", 2, "", "2026-01-05T10:00 2026-01-07T10:00", "2026-01-12T10:00", "2026-01-12T10:00")]
    // A calendar week ends on Sunday at midnight: two letters in an hour are in two weeks.
    [InlineData("week", 1, Berlin, "2026-01-11T22:30", "2026-01-11T23:30", "2026-01-11T23:30")]
    [InlineData("week", 1, Berlin, "2026-01-05T12:00", "2026-01-11T22:59", "2026-01-11T23:00")]
    // The week in which the year ends is one week.
    [InlineData("week", 1, Berlin, "2025-12-29T12:00", "2026-01-04T12:00", "2026-01-04T23:00")]
    // Months of 31 and of 28 days: 30 days after the first is another month, or not.
    [InlineData("month", 1, Berlin, "2026-01-01T12:00", "2026-01-31T12:00", "2026-01-31T23:00")]
    [InlineData("month", 1, Berlin, "2026-02-01T12:00", "2026-03-01T12:00", "2026-03-01T12:00")]
    [InlineData("30d", 1, "", "2026-01-01T12:00", "2026-01-31T11:59", "2026-01-31T12:00")]
    [InlineData("month", 4, Berlin, "2026-01-02T12:00 2026-01-09T12:00 2026-01-16T12:00 2026-01-23T12:00", "2026-01-30T12:00", "2026-01-31T23:00")]
    // The day on which clocks go forward has 23 hours, that on which they go back 25.
    [InlineData("day", 1, Berlin, "2026-03-28T23:00", "2026-03-29T21:59", "2026-03-29T22:00")]
    [InlineData("day", 1, Berlin, "2026-10-24T22:00", "2026-10-25T22:59", "2026-10-25T23:00")]
    [InlineData("24h", 1, "", "2026-10-24T22:00", "2026-10-25T21:59", "2026-10-25T22:00")]
    // In Beirut the clock skips midnight itself: the day begins at one.
    [InlineData("day", 1, "Asia/Beirut", "2026-03-28T21:59", "2026-03-28T22:00", "2026-03-28T22:00")]
    // Samoa had no 30 December in 2011.
    [InlineData("day", 1, "Pacific/Apia", "2011-12-30T09:59", "2011-12-30T10:00", "2011-12-30T10:00")]
    [InlineData("day", 1, "Pacific/Apia", "2011-12-30T09:00", "2011-12-30T09:59", "2011-12-30T10:00")]
    // In St. John's the clock went back from one past midnight: the old day's last hour that is shown again belongs to the new day.
    [InlineData("day", 1, "America/St_Johns", "2010-11-07T02:29", "2010-11-07T02:31", "2010-11-07T02:31")]
    [InlineData("day", 1, "America/St_Johns", "2010-11-07T02:30", "2010-11-07T03:00", "2010-11-08T03:30")]
    [InlineData("3d", 2, "", "", "2026-01-10T12:00", "2026-01-10T12:00")]
    public void A_cap_counts_its_window_and_knows_when_it_has_room(string window, int atMost, string zone, string sends, string at, string room)
    {
        var (allowance, clock) = (new AllowancePlan(atMost, Window(window)), Clock.In(zone));

        Assert.Equal(room, Clock.Write(CapCount.Room(allowance, Clock.All(sends), Clock.Utc(at), clock)));
        Assert.Equal(room == at, CapCount.Beside(allowance, Clock.All(sends), Clock.Utc(at), clock) < atMost);
    }

    [Fact]
    public void A_place_that_is_reserved_for_later_counts_before_it_too()
    {
        var allowance = new AllowancePlan(2, Window("7d"));
        var sends = Clock.All("2026-01-10T12:00 2026-01-14T12:00");

        Assert.Equal(2, CapCount.Beside(allowance, sends, Clock.Utc("2026-01-09T12:00"), null));
        Assert.Equal("2026-01-17T12:00", Clock.Write(CapCount.Room(allowance, sends, Clock.Utc("2026-01-09T12:00"), null)));
        Assert.Equal(1, CapCount.Beside(allowance, sends, Clock.Utc("2026-01-07T12:00"), null));
    }

    [Fact]
    public void Without_a_window_every_delivery_counts_for_ever() =>
        Assert.Null(CapCount.Room(new(1, null), Clock.All("2016-01-10T12:00"), Clock.Utc("2026-01-10T12:00"), null));

    [Fact]
    public void No_window_ever_holds_more_than_allowed_and_room_is_found_at_the_first_minute_there_is()
    {
        var random = new Random(20260101);
        for (var round = 0; round < 40; round++)
        {
            var length = TimeSpan.FromMinutes(random.Next(1, 40));
            var allowance = new AllowancePlan(random.Next(1, 4), new(length, null));
            var sends = new List<Timestamp>();
            for (var i = 0; i < 25; i++)
            {
                var at = new Timestamp(random.Next(0, 120) * 60_000L);
                var room = CapCount.Room(allowance, CollectionsMarshal.AsSpan(sends), at, null);
                var naive = Enumerable.Range(0, 1_200).Select(minute => at + TimeSpan.FromMinutes(minute)).First(t => Fits(allowance, length, [.. sends, t]));
                Assert.Equal(naive, room);
                sends.Add(room!.Value);
                sends.Sort();
            }

            Assert.True(Fits(allowance, length, sends));
        }
    }

    /// <summary>The naive rule: every stretch of this length, ended at any delivery, holds at most so many.</summary>
    private static bool Fits(AllowancePlan allowance, TimeSpan length, List<Timestamp> all) => all.TrueForAll(end => all.Count(t => t <= end && t > end - length) <= allowance.AtMost);

    private static WindowPlan Window(string text) => text switch
    {
        "day" => new(null, CalendarPeriod.Day),
        "week" => new(null, CalendarPeriod.Week),
        "month" => new(null, CalendarPeriod.Month),
        _ => new(text[^1] == 'h' ? TimeSpan.FromHours(int.Parse(text[..^1], System.Globalization.CultureInfo.InvariantCulture))
            : TimeSpan.FromDays(int.Parse(text[..^1], System.Globalization.CultureInfo.InvariantCulture)), null),
    };
}
