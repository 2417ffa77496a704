using Triggers.Engine.Decisions.Gates.Caps;
using Triggers.Language.Plan.Messaging;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

public sealed class CapRuleTests
{
    private static readonly CapPlan Daily = Cap("daily", 1, new(null, CalendarPeriod.Day));
    private static readonly CapPlan Weekly = Cap("weekly", 2, new(TimeSpan.FromDays(7), null));

    [Fact]
    public void All_caps_hold_together_and_the_strictest_outcome_is_the_reason()
    {
        var defer = Weekly with { Then = CapOutcome.Defer, DeferFor = TimeSpan.FromDays(3) };
        const string sends = "2026-01-08T12:00 2026-01-10T09:00";

        Assert.Equal("daily", CapRule.Judge(Facts("2026-01-10T12:00", sends, defer, Daily)).Cap?.Name);
        Assert.Equal(CapOutcome.Drop, CapRule.Judge(Facts("2026-01-10T12:00", sends, defer, Daily)).Outcome);
        Assert.Equal(CapOutcome.NextChannel, CapRule.Judge(Facts("2026-01-10T12:00", sends, defer, Daily with { Then = CapOutcome.NextChannel })).Outcome);
    }

    [Fact]
    public void A_deferred_message_waits_until_every_cap_has_room()
    {
        var caps = new[] { Weekly with { Then = CapOutcome.Defer, DeferFor = TimeSpan.FromDays(9) }, Daily with { Then = CapOutcome.Defer, DeferFor = TimeSpan.FromDays(9) } };

        // The week has room on the 13th at 09:00; that day has its message already, so it is the 14th.
        var verdict = CapRule.Judge(Facts("2026-01-10T12:00", "2026-01-06T09:00 2026-01-10T08:00 2026-01-13T20:00", caps));

        Assert.Equal((CapOutcome.Defer, "2026-01-17T08:00"), (verdict.Outcome, Clock.Write(verdict.RoomAt)));
        Assert.True(CapRule.Judge(Facts("2026-01-17T08:00", "2026-01-06T09:00 2026-01-10T08:00 2026-01-13T20:00", caps)).Passes);
    }

    [Fact]
    public void A_message_that_would_be_held_too_long_is_dropped_and_the_time_counts_from_the_first_hold()
    {
        var cap = Weekly with { Then = CapOutcome.Defer, DeferFor = TimeSpan.FromDays(2) };
        const string sends = "2026-01-05T12:00 2026-01-10T09:00";

        Assert.Equal(CapOutcome.Defer, CapRule.Judge(Facts("2026-01-10T12:00", sends, cap)).Outcome);
        Assert.Equal(CapOutcome.Drop, CapRule.Judge(Facts("2026-01-10T11:59", sends, cap)).Outcome);
        Assert.Equal(CapOutcome.Drop, CapRule.Judge(Facts("2026-01-11T12:00", sends, cap) with { HeldSince = Clock.Utc("2026-01-10T11:00") }).Outcome);
    }

    [Fact]
    public void A_calendar_cap_is_full_when_no_zone_is_known_and_a_rolling_one_is_not()
    {
        Assert.False(CapRule.Judge(Facts("2026-01-10T12:00", "", Daily) with { Clock = null }).Passes);
        Assert.Equal(CapOutcome.Drop, CapRule.Judge(Facts("2026-01-10T12:00", "", Daily with { Then = CapOutcome.Defer, DeferFor = TimeSpan.FromDays(30) }) with { Clock = null }).Outcome);
        Assert.True(CapRule.Judge(Facts("2026-01-10T12:00", "", Weekly) with { Clock = null }).Passes);
    }

    private static CapPlan Cap(string name, int atMost, WindowPlan window) => new(name, null, null, null, new(atMost, window), CapOutcome.Drop, TimeSpan.Zero);

    private static CapFacts Facts(string at, string sends, params CapPlan[] caps) =>
        new(Clock.Utc(at), Clock.Utc(at), Clock.In("Europe/London"), [.. caps.Select(cap => new CapUse(cap, Clock.All(sends)))]);
}
