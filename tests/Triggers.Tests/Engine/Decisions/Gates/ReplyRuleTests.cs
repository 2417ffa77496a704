using Triggers.Engine.Decisions.Gates.Reply;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Events;
using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

/// <summary>Channels that open by the customer's own message, case by case. Times are UTC.</summary>
public sealed class ReplyRuleTests
{
    private static readonly EventType Message = new("wechat.received", 0, "social", new("wechat.received", []), null);
    private static readonly ReplyPlan WeChat = new(Message, TimeSpan.FromHours(48), 5, new(4, new(null, CalendarPeriod.Month)));
    private static readonly ReplyPlan WhatsApp = new(Message, TimeSpan.FromHours(24), null, null);

    [Theory]
    // WeChat: 48 hours and 5 messages after the customer's last message.
    [InlineData("2026-01-10T10:00", "2026-01-10T10:00", 0, "", "Reply 0 since - room never")]
    [InlineData("2026-01-10T10:00", "2026-01-12T09:59", 4, "", "Reply 4 since - room never")]
    [InlineData("2026-01-10T10:00", "2026-01-12T10:00", 0, "", "Broadcast 0 since 2026-01-12T10:00 room never")]
    // The sixth is a broadcast, of which there are four a month.
    [InlineData("2026-01-10T10:00", "2026-01-11T10:00", 5, "", "Broadcast 0 since - room never")]
    [InlineData("", "2026-01-31T12:00", 0, "2026-01-01T12:00 2026-01-08T12:00 2026-01-15T12:00", "Broadcast 3 since - room never")]
    [InlineData("", "2026-01-31T12:00", 0, "2026-01-01T12:00 2026-01-08T12:00 2026-01-15T12:00 2026-01-22T12:00", "Closed 4 since - room 2026-01-31T16:00")]
    [InlineData("", "2026-01-31T16:00", 0, "2026-01-01T12:00 2026-01-08T12:00 2026-01-15T12:00 2026-01-22T12:00", "Broadcast 0 since - room never")]
    // While the window is open the month does not matter.
    [InlineData("2026-01-30T12:00", "2026-01-31T12:00", 2, "2026-01-01T12:00 2026-01-08T12:00 2026-01-15T12:00 2026-01-22T12:00", "Reply 2 since - room never")]
    public void WeChat_lets_five_messages_through_in_48_hours_and_four_broadcasts_a_month(string last, string at, int since, string broadcasts, string expected) =>
        Assert.Equal(expected, Say(ReplyRule.Judge(WeChat, new(Clock.Utc(at), last.Length == 0 ? null : Clock.Utc(last), since, Clock.All(broadcasts), Clock.In("Asia/Shanghai")))));

    [Theory]
    [InlineData("2026-01-10T10:00", "2026-01-11T09:59", "Reply 99 since - room never")]
    [InlineData("2026-01-10T10:00", "2026-01-11T10:00", "Closed 0 since 2026-01-11T10:00 room never")]
    [InlineData("", "2026-01-11T10:00", "Closed 0 since - room never")]
    public void Without_broadcasts_a_closed_channel_is_closed(string last, string at, string expected) =>
        Assert.Equal(expected, Say(ReplyRule.Judge(WhatsApp, new(Clock.Utc(at), last.Length == 0 ? null : Clock.Utc(last), 99, default, null))));

    [Fact]
    public void A_broadcast_on_the_calendar_needs_a_zone()
    {
        var facts = new ReplyFacts(Clock.Utc("2026-01-10T10:00"), null, 0, default, null);

        Assert.Equal(ReplyKind.Closed, ReplyRule.Judge(WeChat, facts).Kind);
        Assert.Equal(ReplyKind.Broadcast, ReplyRule.Judge(WeChat with { Broadcasts = new(1, new(TimeSpan.FromDays(7), null)) }, facts).Kind);
    }

    private static string Say(ReplyVerdict verdict) =>
        $"{verdict.Kind} {verdict.Count} since {(verdict.ClosedSince is null ? "-" : Clock.Write(verdict.ClosedSince))} room {Clock.Write(verdict.RoomAt)}";
}
