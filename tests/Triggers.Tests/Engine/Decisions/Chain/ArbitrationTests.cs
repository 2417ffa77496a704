using Xunit;

namespace Triggers.Tests.Engine.Decisions.Chain;

/// <summary>Who goes through when several could.</summary>
public sealed class ArbitrationTests
{
    private const string Groups = "groups: { g: { triggers: [low, high] } }\n";

    [Fact]
    public void Of_a_group_the_first_by_priority_goes_through_and_the_other_names_it()
    {
        var story = new GateStory(("policies.yaml", Groups), Two("", "")).On("12 10:00 view\n12 10:01 view");

        Assert.Equal(
            """
            12 10:00 high sent gift on push
            12 10:00 low refused by exclusivity: Of the group g high went through at 2026-01-12T10:00:00.000Z.
            12 10:01 high sent gift on push
            12 10:01 low refused by exclusivity: Of the group g high went through at 2026-01-12T10:01:00.000Z.
            """,
            story.Text);
        Assert.Equal(story.Decisions[0].Id, story.Decisions[1].WinnerId);
    }

    [Fact]
    public void A_mandatory_message_wins_against_priority() => Assert.Equal(
        "12 10:00 low sent rescue on push\n12 10:00 high refused by exclusivity: Of the group g low went through at 2026-01-12T10:00:00.000Z.",
        new GateStory(("policies.yaml", Groups), Two(", mandatory: true", "")).On("12 10:00 view").Text);

    [Fact]
    public void A_winner_that_a_later_gate_refuses_lets_the_next_step_up() => Assert.Equal(
        "12 10:00 high refused by address: The customer has no address on email (`customer.email`).\n12 10:00 low sent rescue on push",
        new GateStory(("policies.yaml", Groups), Two("", "", "email")).On("12 10:00 view").Text);

    [Fact]
    public void The_others_are_refused_for_a_time() => Assert.Equal(
        """
        12 10:00 high sent gift on push
        12 11:00 low refused by exclusivity: Of the group g high went through at 2026-01-12T10:00:00.000Z.
        13 10:00 low sent rescue on push
        """,
        new GateStory(("policies.yaml", "groups: { g: { triggers: [low, high], for: 1d } }\n"), Apart).On("12 10:00 cart\n12 11:00 view\n13 10:00 view").Text);

    [Fact]
    public void Without_a_group_the_cap_goes_to_the_higher_priority() => Assert.Equal(
        "12 10:00 high sent gift on push\n12 10:00 low refused by cap: The cap `1 per day` is full: the customer has had 1 of 1 per day.",
        new GateStory(("policies.yaml", "caps: [{ at_most: 1, per: day }]\n"), Two("", "")).On("12 10:00 view").Text);

    [Fact]
    public void What_comes_in_the_collection_window_competes_at_its_end() => Assert.Equal(
        """
        12 10:00 low held by collect until 12 10:00:05
        12 10:00 high held by collect until 12 10:00:05
        12 10:00 high sent gift on push
        12 10:00 low refused by exclusivity: Of the group g high went through at 2026-01-12T10:00:05.000Z.
        """,
        new GateStory(("policies.yaml", "collect: 5s\n" + Groups), Apart).On("12 10:00 view\n12 10:00:03 cart\n12 11:00 tick").Text);

    [Theory]
    [InlineData("")]
    [InlineData(", hold_out: { percent: 50, salt: a }")]
    [InlineData(", hold_out: { percent: 50, salt: b }")]
    [InlineData(", hold_out: { percent: 50, salt: c }")]
    public void A_winner_who_is_held_out_takes_nothing_and_the_next_steps_up(string holdOut)
    {
        var story = new GateStory(
            ("policies.yaml", Groups + "caps: [{ at_most: 1, per: day }]\n"),
            ("triggers/t.yaml", Trigger("low", "view", 10, "rescue", "push", "") + Trigger("high", "view", 90, "gift", "push", "", holdOut))).On("12 10:00 view");

        var isHeldOut = story.Decisions[0].Gate == "hold-out";
        Assert.Equal(isHeldOut ? "low" : "high", story.Messages.Single().Trigger);
        Assert.True(holdOut.Length > 0 || !isHeldOut);
    }

    [Fact]
    public void A_global_hold_out_holds_the_same_customers_out_of_all_triggers() => Assert.Equal(
        [1, 1],
        Enumerable.Range(0, 12).Select(salt => new GateStory(("policies.yaml", $"hold_out: {{ percent: 50, salt: s{salt} }}\n"), Two("", "")).On("12 10:00 view").Messages.Count)
            .Distinct().Order().Select(count => count is 0 or 2 ? 1 : 0));

    private static (string, string?) Apart => ("triggers/t.yaml", Trigger("low", "view", 10, "rescue", "push", "") + Trigger("high", "cart", 90, "gift", "push", ""));

    private static (string, string?) Two(string low, string high, string channel = "push") =>
        ("triggers/t.yaml", Trigger("low", "view", 10, "rescue", "push", low) + Trigger("high", "view", 90, "gift", channel, high));

    private static string Trigger(string name, string start, int priority, string offer, string channel, string flags, string more = "") =>
        $"- {{ trigger: {name}, when: {{ start: {start} }}, send: {{ purpose: offer, priority: {priority}, offer: {offer}, channels: [{channel}]{flags} }}{more} }}\n";
}
