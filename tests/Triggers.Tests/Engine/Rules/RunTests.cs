using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;
using Triggers.Tests.Engine.Support;
using Xunit;
using static Triggers.Tests.Engine.Support.Shop;

namespace Triggers.Tests.Engine.Rules;

public class RunTests
{
    private const string CartKey = "event.cart";

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
}
