using Triggers.Tests.Engine.Support;
using Xunit;
using static Triggers.Tests.Engine.Support.Shop;

namespace Triggers.Tests.Engine.Decisions;

public class DecisionTests
{
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
    public void A_field_that_was_not_kept_is_absent_for_a_condition_published_later() => Assert.Equal(
        """
        10:00 c1 applied
          started cart-left
        10:30 tick 1
          fired cart-left
          cart-left[] by c1 due 10:30 at 10:30: refused by if: The condition `event.value >= 50` could not be evaluated: no such field: value.
        """,
        new Story(CartLeft(captured: [])).On(CartOf("c1", 0, "k1", 80)).Publish(CartLeft(condition: "event.value >= 50")).Tick(30).Text);
}
