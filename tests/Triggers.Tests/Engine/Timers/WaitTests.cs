using Triggers.Language.Plan;
using Triggers.Model.Verdicts;
using Triggers.Tests.Engine.Support;
using Xunit;
using static Triggers.Tests.Engine.Support.Shop;

namespace Triggers.Tests.Engine.Timers;

public class WaitTests
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
}
