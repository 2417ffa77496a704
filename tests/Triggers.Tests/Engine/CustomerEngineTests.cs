using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Model.Verdicts;
using Triggers.Tests.Engine.Support;
using Xunit;
using static Triggers.Tests.Engine.Support.Shop;

namespace Triggers.Tests.Engine;

public class CustomerEngineTests
{
    private const string CartKey = "event.cart";

    [Fact]
    public void A_cart_left_for_the_wait_fires_at_its_deadline() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:29 tick 0
        10:30 tick 1
          fired cart-left
          cart-left[] by c1 due 10:30 at 10:30: sent on push
        10:31 tick 0
        """,
        new Story(CartLeft()).On(CartOf("c1", 0, "k1", 80)).Tick(29).Tick(30).Tick(31).Text);

    [Fact]
    public void An_order_ends_the_run_at_once_timer_included()
    {
        var story = new Story(CartLeft()).On(CartOf("c1", 0, "k1", 80)).On(OrderOf("o1", 10)).Tick(60);

        Assert.Equal(
            """
            10:00 c1 applied
              started cart-left
            10:10 o1 applied
              ended cart-left
            11:00 tick 0
            """,
            story.Text);
        Assert.Equal(Timestamp.Never, story.State.NextDeadline);
    }

    [Fact]
    public void A_repeat_restarts_the_wait_and_becomes_the_cause() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:20 c2 applied
          restarted cart-left
        10:30 tick 0
        10:50 tick 1
          fired cart-left
          cart-left[] by c2 due 10:50 at 10:50: sent on push
        """,
        new Story(CartLeft()).On(CartOf("c1", 0, "k1", 80)).On(CartOf("c2", 20, "k1", 90)).Tick(30).Tick(50).Text);

    [Fact]
    public void A_repeat_is_ignored_when_the_trigger_says_so() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:20 c2 applied
        10:50 tick 1
          fired cart-left
          cart-left[] by c1 due 10:30 at 10:50: sent on push
        """,
        new Story(CartLeft(repeat: RepeatPolicy.Ignore)).On(CartOf("c1", 0, "k1", 80)).On(CartOf("c2", 20, "k1", 90)).Tick(50).Text);

    [Fact]
    public void Parallel_runs_fire_each_and_end_together() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:20 c2 applied
          started cart-left
        10:25 c3 applied
          started cart-left
        10:30 tick 1
          fired cart-left
          cart-left[] by c1 due 10:30 at 10:30: sent on push
        10:40 o1 applied
          ended cart-left
          ended cart-left
        """,
        new Story(CartLeft(repeat: RepeatPolicy.Parallel))
            .On(CartOf("c1", 0, "k1", 80)).On(CartOf("c2", 20, "k1", 90)).On(CartOf("c3", 25, "k1", 90)).Tick(30).On(OrderOf("o1", 40)).Text);

    [Fact]
    public void Each_key_has_a_run_of_its_own_and_until_with_a_key_ends_only_that() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:01 c2 applied
          started cart-left
        10:02 o1 applied
          ended cart-left
        11:00 tick 1
          fired cart-left
          cart-left[k2] by c2 due 10:31 at 11:00: sent on push
        """,
        new Story(CartLeft(key: CartKey, until: [Until(Order, key: CartKey)]))
            .On(CartOf("c1", 0, "k1", 80)).On(CartOf("c2", 1, "k2", 80)).On(OrderOf("o1", 2, "k1")).Tick(60).Text);

    [Fact]
    public void A_start_whose_where_does_not_hold_changes_nothing_and_until_says_what_a_fallen_cart_does() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:05 c2 applied
          ended cart-left
        10:06 c3 applied
        """,
        new Story(CartLeft(where: "event.value >= 50", until: [Until(Cart, where: "event.value < 50")]))
            .On(CartOf("c1", 0, "k1", 80)).On(CartOf("c2", 5, "k1", 20)).On(CartOf("c3", 6, "k1", 20)).Text);

    [Fact]
    public void An_event_that_ends_and_starts_the_same_trigger_ends_first() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:05 c2 applied
          ended cart-left
          started cart-left
        """,
        new Story(CartLeft(until: [Until(Cart)])).On(CartOf("c1", 0, "k1", 80)).On(CartOf("c2", 5, "k1", 20)).Text);

    [Fact]
    public void A_key_or_where_with_an_error_starts_nothing() => Assert.Equal(
        """
        10:00 c1 applied
        10:01 c2 applied
          started cart-left
        """,
        new Story(CartLeft(key: CartKey, where: "event.value >= 1"), CartLeft("keyed", key: CartKey, where: "event.value >= 500"))
            .On(Event(Cart, "c1", At(0), ("value", Value.Of(700L)))).On(CartOf("c2", 1, "k1", 5)).Text);

    [Fact]
    public void Without_a_wait_a_trigger_fires_within_the_step() => Assert.Equal(
        """
        10:00 c1 applied
          started at-once
          started cart-left
          fired at-once
          at-once[] by c1 due 10:00 at 10:00: sent on push
        """,
        new Story(CartLeft("at-once", wait: 0), CartLeft()).On(CartOf("c1", 0, "k1", 80)).Text);

    [Fact]
    public void Due_timers_fire_before_the_event_that_touches_the_customer() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:45 o1 applied
          fired cart-left
          cart-left[] by c1 due 10:30 at 10:45: sent on push
        """,
        new Story(CartLeft()).On(CartOf("c1", 0, "k1", 80)).On(OrderOf("o1", 45)).Text);

    [Fact]
    public void A_tick_fires_no_more_timers_than_its_limit_in_order_of_deadline() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:00 c2 applied
          started cart-left
        10:01 c3 applied
          started cart-left
        11:00 tick 2
          fired cart-left
          fired cart-left
          cart-left[k1] by c2 due 10:30 at 11:00: sent on push
          cart-left[k2] by c1 due 10:30 at 11:00: sent on push
        11:00 tick 1
          fired cart-left
          cart-left[k0] by c3 due 10:31 at 11:00: sent on push
        """,
        new Story(CartLeft(key: CartKey)).On(CartOf("c1", 0, "k2", 1)).On(CartOf("c2", 0, "k1", 1)).On(CartOf("c3", 1, "k0", 1)).Tick(60, 2).Tick(60, 2).Text);

    [Fact]
    public void A_duplicate_changes_nothing_but_still_lets_due_timers_fire()
    {
        var story = new Story(CartLeft()).On(CartOf("c1", 0, "k1", 80));
        var before = StateCodec.Encode(story.State);

        story.On(CartOf("c1", 5, "k9", 99));
        Assert.Equal(before, StateCodec.Encode(story.State));

        story.On(CartOf("c1", 30, "k9", 99));
        Assert.Equal(
            """
            10:00 c1 applied
              started cart-left
            10:05 c1 duplicate
            10:30 c1 duplicate
              fired cart-left
              cart-left[] by c1 due 10:30 at 10:30: sent on push
            """,
            story.Text);
    }

    [Fact]
    public void An_id_is_forgotten_after_sixty_four_others()
    {
        var story = new Story(CartLeft());
        story.On(CartOf("c0", 0, "k1", 80));
        for (var i = 1; i < 64; i++)
        {
            story.On(ContactOf($"x{i}", 0.1));
        }

        Assert.Equal(EventFate.Duplicate, story.On(CartOf("c0", 1, "k1", 80)).Last.Fate);
        story.On(ContactOf("x64", 1));
        Assert.Equal(EventFate.Applied, story.On(CartOf("c0", 2, "k1", 80)).Last.Fate);
    }

    [Fact]
    public void A_late_event_ends_runs_but_enters_no_trait_and_starts_nothing() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:10 o1 late
          ended cart-left
        10:11 o1 duplicate
        """,
        new Story(CartLeft(), CartLeft("after-order") with { Start = Order }).On(CartOf("c1", 0, "k1", 80)).On(OrderOf("o1", -51), 10).On(OrderOf("o1", 11)).Text);

    [Fact]
    public void An_event_exactly_as_late_as_allowed_is_in_time() => Assert.Equal(
        EventFate.Applied, new Story(CartLeft()).On(OrderOf("o1", -60), 0).Last.Fate);

    [Fact]
    public void An_event_from_the_future_is_clamped_to_the_log_time() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:30 tick 1
          fired cart-left
          cart-left[] by c1 due 10:30 at 10:30: sent on push
        """,
        new Story(CartLeft()).On(CartOf("c1", 600, "k1", 80), 0).Tick(30).Text);

    [Fact]
    public void A_wait_ends_after_the_start_event_but_not_before_the_log_time_at_which_it_was_set() => Assert.Equal(
        """
        10:20 c1 applied
          started cart-left
        10:30 tick 1
          fired cart-left
          cart-left[] by c1 due 10:30 at 10:30: sent on push
        10:50 c2 applied
          started cart-left
        10:51 tick 1
          fired cart-left
          cart-left[] by c2 due 10:50 at 10:51: sent on push
        """,
        new Story(CartLeft()).On(CartOf("c1", 0, "k1", 80), 20).Tick(30).On(CartOf("c2", 0, "k1", 80), 50).Tick(51).Text);

    [Fact]
    public void If_is_checked_when_the_wait_ends_with_the_start_event_and_the_customer_of_then()
    {
        const string points = "customer.points >= 10";
        const string value = "event.value >= 50";
        Assert.Equal(
            """
            10:00 c1 applied
              started by-points
              started by-value
            10:05 p1 applied
            10:30 tick 2
              fired by-value
              fired by-points
              by-value[] by c1 due 10:30 at 10:30: refused by if: The condition `event.value >= 50` is false, not true.
              by-points[] by c1 due 10:30 at 10:30: sent on push
            """,
            new Story(CartLeft("by-points", condition: points), CartLeft("by-value", condition: value))
                .On(CartOf("c1", 0, "k1", 20)).On(ContactOf("p1", 5, points: 12)).Tick(30).Text);
    }

    [Fact]
    public void An_if_without_a_value_refuses_with_the_error() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:30 tick 1
          fired cart-left
          cart-left[] by c1 due 10:30 at 10:30: refused by if: The condition `customer.points >= 10` could not be evaluated: no such field: points.
        """,
        new Story(CartLeft(condition: "customer.points >= 10")).On(CartOf("c1", 0, "k1", 20)).Tick(30).Text);

    [Fact]
    public void The_first_channel_with_an_address_is_used_and_none_refuses() => Assert.Equal(
        """
        10:00 c1 applied
          started email-first
          started email-only
        10:30 tick 2
          fired email-only
          fired email-first
          email-only[] by c1 due 10:30 at 10:30: refused by address: The customer has no address on email (`customer.email`).
          email-first[] by c1 due 10:30 at 10:30: sent on push
        10:31 m1 applied
        10:32 c2 applied
          started email-first
          started email-only
        11:02 tick 2
          fired email-only
          fired email-first
          email-only[] by c2 due 11:02 at 11:02: sent on email
          email-first[] by c2 due 11:02 at 11:02: sent on email
        """,
        new Story(CartLeft("email-first", channels: [Email, Push]), CartLeft("email-only", channels: [Email]))
            .On(CartOf("c1", 0, "k1", 20)).Tick(30).On(ContactOf("m1", 31, email: "ann@example.org")).On(CartOf("c2", 32, "k1", 1)).Tick(62).Text);

    [Fact]
    public void An_older_event_does_not_overwrite_a_trait_and_one_of_the_same_time_does()
    {
        var story = new Story(CartLeft(wait: 0, channels: [Email]));
        string SentTo(string cart) => story.On(CartOf(cart, 9, "k1", 1)).Last.Messages[0].Address;

        story.On(ContactOf("m1", 5, email: "new@example.org")).On(ContactOf("m2", 3, email: "old@example.org"), 6);
        Assert.Equal("new@example.org", SentTo("c1"));

        story.On(ContactOf("m3", 5, email: "same@example.org"), 9).On(ContactOf("m4", 8, points: 1), 9);
        Assert.Equal("same@example.org", SentTo("c2"));
    }

    [Fact]
    public void A_run_whose_trigger_is_gone_is_dropped_when_it_is_due() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:10 c2 applied
          started other
        10:30 tick 1
          orphaned
        """,
        new Story(CartLeft()).On(CartOf("c1", 0, "k1", 80)).Publish(CartLeft("other")).On(CartOf("c2", 10, "k1", 80)).Tick(30).Text);

    [Fact]
    public void A_field_that_was_not_kept_is_absent_for_a_condition_published_later() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:30 tick 1
          fired cart-left
          cart-left[] by c1 due 10:30 at 10:30: refused by if: The condition `event.value >= 50` could not be evaluated: no such field: value.
        """,
        new Story(CartLeft(captured: [])).On(CartOf("c1", 0, "k1", 80)).Publish(CartLeft(condition: "event.value >= 50")).Tick(30).Text);

    [Fact]
    public void Runs_that_are_equal_in_all_but_what_they_kept_fire_in_the_order_in_which_they_began()
    {
        var story = new Story(CartLeft(repeat: RepeatPolicy.Parallel, condition: "event.value >= 50")).On(CartOf("c1", 0, "k1", 10), 1);
        for (var i = 0; i < 64; i++)
        {
            story.On(ContactOf($"x{i}", 2));
        }

        var decisions = story.On(CartOf("c1", 0, "k1", 90), 3).Tick(30).Last.Decisions;

        Assert.Equal([Outcome.Refused, Outcome.Sent], decisions.Select(d => d.Outcome));
        Assert.Equal(decisions[0].Id, decisions[1].Id);
    }

    [Fact]
    public void The_message_says_all_that_a_channel_service_needs()
    {
        var story = new Story(CartLeft(key: CartKey)).On(CartOf("c1", 0, "k1", 80)).Tick(31);

        Assert.Equal(
            new(
                "6ae3dafc128a8636ec743024a212afaa", "cart-left", "00000000000000aa", AnnKey, Ann, "push", "outbound.push", "ann", "offer", "cart-rescue", "k1", "c1", At(30), At(31)),
            Assert.Single(story.Last.Messages));
        Assert.Equal(
            new(
                "6ae3dafc128a8636ec743024a212afaa", Outcome.Sent, null, null, "cart-left", "00000000000000aa", AnnKey, Ann, "k1", "c1", At(0), At(30), At(31), "push"),
            Assert.Single(story.Last.Decisions));
    }

    [Fact]
    public void Only_types_that_a_trigger_or_a_trait_names_are_used()
    {
        var engine = new CustomerEngine(Plan(CartLeft()));

        Assert.Equal([true, true, true, false], new[] { Cart, Order, Contact, Viewed }.Select(type => engine.Uses(type.Ordinal)));
    }
}
