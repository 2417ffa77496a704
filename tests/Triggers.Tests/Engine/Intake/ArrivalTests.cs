using Triggers.Engine;
using Triggers.Language.Plan;
using Triggers.Engine.State;
using Triggers.Tests.Engine.Support;
using Xunit;
using static Triggers.Tests.Engine.Support.Shop;

namespace Triggers.Tests.Engine.Intake;

public class ArrivalTests
{
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

    [Theory]
    [InlineData("c1")]
    [InlineData("Bestellung-Ä-€-7")]
    [InlineData("😀")]
    public void An_id_is_the_same_whether_it_came_as_text_or_as_bytes(string id)
    {
        var story = new Story(CartLeft()).On(CartOf(id, 0, "k1", 80));
        var again = CartOf("other", 1, "k1", 80);
        again.Begin(again.EventType, again.Customer, again.Identifier, System.Text.Encoding.UTF8.GetBytes(id), again.Time);

        Assert.Equal(EventFate.Duplicate, story.On(again).Last.Fate);
        Assert.Equal(id, again.Id);
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
        new Story(CartLeft(), CartLeft("after-order") with { Start = new StepsStart([new(StepKind.Event, Order, null)], null) }).On(CartOf("c1", 0, "k1", 80)).On(OrderOf("o1", -51), 10).On(OrderOf("o1", 11)).Text);

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
}
