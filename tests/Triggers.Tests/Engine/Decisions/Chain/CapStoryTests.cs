using Xunit;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>Caps, feedback, channels that open and the choice between channels.</summary>
public sealed class CapStoryTests
{
    [Fact]
    public void A_cap_drops_and_a_failure_frees_its_place() => Assert.Equal(
        """
        12 10:00 seen sent gift on push
        12 10:01 seen refused by cap: The cap `1 per day` is full: the customer has had 1 of 1 per day.
        12 10:03 seen sent gift on push
        12 10:04 seen refused by cap: The cap `1 per day` is full: the customer has had 1 of 1 per day.
        12 23:00 seen sent gift on push
        """,
        new GateStory(("policies.yaml", "caps: [{ at_most: 1, per: day }]")).On(
            "12 10:00 view\n12 10:01 view\n12 10:02 message.failed message=LAST\n12 10:03 view\n12 10:04 view\n12 23:00 view").Text);

    [Fact]
    public void A_cap_of_one_channel_moves_the_message_to_the_next() => Assert.Equal(
        """
        12 10:01 seen sent gift on push
        12 10:02 seen sent gift on email
        12 10:03 seen sent gift on email
        """,
        new GateStory(("policies.yaml", "caps: [{ channels: [push], at_most: 1, in: 7d, then: next-channel }]")).On("12 10:00 profile email=a@b.c\n12 10:01 view\n12 10:02 view\n12 10:03 view").Text);

    [Fact]
    public void A_deferred_message_is_judged_again_when_there_is_room_and_takes_its_place_at_once() => Assert.Equal(
        """
        12 10:00 seen sent gift on push
        12 11:00 seen held by cap until 13 10:00:00
        12 12:00 seen held by cap until 14 10:00:00
        13 10:00 seen sent gift on push
        14 10:00 seen sent gift on push
        """,
        new GateStory(("policies.yaml", "caps: [{ at_most: 1, in: 1d, then: { defer: 3d } }]")).On("12 10:00 view\n12 11:00 view\n12 12:00 view\n15 00:00 tick").Text);

    [Fact]
    public void A_cap_counts_only_what_counts_and_lets_through_what_ignores_it()
    {
        const string triggers = "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push], tags: [ad] } }\n"
            + "- { trigger: left, when: { start: cart }, send: { purpose: care, offer: rescue, channels: [push], counts: false, ignores_caps: true } }\n";
        Assert.Equal(
            """
            12 10:00 left sent rescue on push
            12 10:01 seen sent gift on push
            12 10:02 left sent rescue on push
            12 10:03 seen refused by cap: The cap `ads` is full: the customer has had 1 of 1 in 7 days.
            """,
            new GateStory(("policies.yaml", "caps: [{ label: ads, tags: [ad], at_most: 1, in: 7d }]"), ("triggers/t.yaml", triggers))
                .On("12 10:00 cart\n12 10:01 view\n12 10:02 cart\n12 10:03 view").Text);
    }

    [Fact]
    public void The_preferred_channel_is_tried_first() => Assert.Equal(
        "12 10:01 seen sent gift on push\n12 10:03 seen sent gift on email",
        new GateStory(("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push, email], prefer: customer.favourite } }\n"))
            .On("12 10:00 profile email=a@b.c\n12 10:01 view\n12 10:02 profile favourite=email\n12 10:03 view").Text);

    [Fact]
    public void The_channel_that_was_answered_last_is_tried_first() => Assert.Equal(
        "12 10:00 seen sent gift on push\n12 10:02 left sent gift on email\n12 10:04 seen sent gift on email",
        new GateStory(("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [push, email], prefer: response } }\n"
            + "- { trigger: left, when: { start: cart }, send: { purpose: offer, offer: gift, channels: [email] } }\n"))
            .On("12 10:00 view\n12 10:01 profile email=a@b.c\n12 10:02 cart\n12 10:03 message.clicked message=LAST\n12 10:04 view").Text);

    [Fact]
    public void A_reply_window_opens_with_the_customers_message_and_broadcasts_are_few() => Assert.Equal(
        """
        12 10:00 seen sent gift on wechat
        12 10:01 seen refused by reply-window: The channel wechat is closed: it opens when the customer writes.
        12 10:03 seen sent gift on wechat
        12 10:04 seen sent gift on wechat
        12 10:05 seen refused by reply-window: The channel wechat is closed: it opens when the customer writes.
        14 10:03 seen refused by reply-window: The channel wechat is closed: it opens when the customer writes.
        """,
        new GateStory(
            ("channels.yaml", "channels:\n  wechat: { address: customer.id, reply: { to: wrote, within: 48h, at_most: 2, broadcasts: { at_most: 1, per: month } } }\n"
                + "  email: { address: customer.email }\n"),
            ("triggers/t.yaml", "- { trigger: seen, when: { start: view }, send: { purpose: offer, offer: gift, channels: [wechat] } }\n"))
            .On("12 10:00 view\n12 10:01 view\n12 10:02 wrote\n12 10:03 view\n12 10:04 view\n12 10:05 view\n14 10:03 view").Text);
}
