using Xunit;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>Quiet hours, and what happens to a message that is held. Ann's clock is one hour ahead of the story's.</summary>
public sealed class HeldTests
{
    private const string Quiet = "quiet_hours: { from: 22:00, to: 8:00 }\n";

    [Fact]
    public void In_quiet_hours_a_message_is_held_until_they_end() => Assert.Equal(
        """
        12 20:59 seen sent gift on push
        12 21:00 seen held by quiet-hours until 13 07:00:00
        13 07:00 seen sent gift on push
        """,
        new GateStory(("policies.yaml", Quiet)).On("12 20:59 view\n12 21:00 view\n14 00:00 tick").Text);

    [Fact]
    public void A_message_expires_when_the_next_quiet_hours_begin() => Assert.Equal(
        "2026-01-12T21:00:00.000Z", new GateStory(("policies.yaml", Quiet)).On("12 20:59 view").Messages.Single().ExpiresAt.ToString());

    [Fact]
    public void A_message_that_would_expire_before_is_refused() => Assert.Equal(
        "12 22:00 seen refused by expires: It is quiet where the customer is, until 2026-01-13T07:00:00.000Z. By then it would be too old: it expires at 2026-01-13T02:00:00.000Z.",
        new GateStory(("policies.yaml", Quiet), ("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push], expires: 4h } }\n"))
            .On("12 22:00 view\n14 00:00 tick").Text);

    [Fact]
    public void A_trigger_may_ignore_quiet_hours_and_a_channel_may_have_none() => Assert.Equal(
        "12 22:00 seen sent gift on push\n12 22:01 left sent rescue on email",
        new GateStory(
            ("policies.yaml", Quiet),
            ("channels.yaml", "channels:\n  push: { address: customer.id }\n  email: { address: customer.id, quiet_hours: none }\n"),
            ("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push], ignores_quiet_hours: true } }\n"
                + "- { trigger: left, when: { start: cart }, send: { purpose: offer, offer: rescue, channels: [email] } }\n"))
            .On("12 22:00 view\n12 22:01 cart").Text);

    [Fact]
    public void A_held_message_is_refused_at_once_when_consent_is_withdrawn() => Assert.Equal(
        """
        12 22:00 seen held by quiet-hours until 13 07:00:00
        12 23:00 seen refused by consent: The customer does not want messages of the purpose `offer` on push or email: withdrawn at 2026-01-12T23:00:00.000Z.
        """,
        new GateStory(("policies.yaml", Quiet + "consent: [{ event: consent, given: event.given }]\n"))
            .On("12 10:00 consent given=true\n12 22:00 view\n12 23:00 consent given=false\n14 00:00 tick").Text);

    [Fact]
    public void A_complaint_stops_it_too() => Assert.Equal(
        """
        12 22:00 seen held by quiet-hours until 13 07:00:00
        12 23:00 seen refused by complaint: A complaint of the customer is open since 2026-01-12T23:00:00.000Z, and stops messages of the purpose `offer`.
        """,
        new GateStory(("policies.yaml", Quiet + "complaints: { opened: complaint, closed: solved }\n")).On("12 22:00 view\n12 23:00 complaint\n14 00:00 tick").Text);

    [Fact]
    public void An_until_event_cancels_it() => Assert.Equal(
        """
        12 22:30 left held by quiet-hours until 13 07:00:00
        12 23:00 left refused by until: order came while it was held.
        """,
        new GateStory(("policies.yaml", Quiet)).On("12 22:00 cart cart=k1\n12 23:00 order\n14 00:00 tick").Text);

    [Fact]
    public void A_held_message_keeps_its_place_and_its_id_and_gives_the_place_back_when_it_is_refused()
    {
        var story = new GateStory(("policies.yaml", Quiet + "caps: [{ at_most: 1, per: day }]\ncomplaints: { opened: complaint, closed: solved }\n"))
            .On("12 22:00 view\n12 22:10 view\n12 23:00 complaint\n12 23:01 solved\n12 23:02 view\n14 00:00 tick");

        Assert.Equal(
            """
            12 22:00 seen held by quiet-hours until 13 07:00:00
            12 22:10 seen refused by cap: The cap `1 per day` is full: the customer has had 1 of 1 per day.
            12 23:00 seen refused by complaint: A complaint of the customer is open since 2026-01-12T23:00:00.000Z, and stops messages of the purpose `offer`.
            12 23:02 seen held by quiet-hours until 13 07:00:00
            13 07:00 seen sent gift on push
            """,
            story.Text);
        Assert.Equal(story.Decisions[3].Id, story.Messages.Single().Id);
        Assert.Equal("cap 1 per day 2026-01-13T07:00:00.000Z", string.Join(", ", story.Decisions[3].Reserved.Select(r => $"{r.Of} {r.Name} {r.At}")));
    }
}
