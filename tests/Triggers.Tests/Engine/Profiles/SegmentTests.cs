using Triggers.Model.Time;
using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Engine.Profiles;

/// <summary>Segments, stages and crossings, and the triggers that they start.</summary>
public class SegmentTests
{
    private const string Loyal =
        """
        === traits
        orders_90d: { count: order.placed, in: 90d }
        === segments.yaml
        segments: { loyal: customer.orders_90d >= 2 }
        === triggers/all.yaml
        - trigger: welcome
          when: { enters: loyal }
          SEND
        - trigger: miss-you
          when: { leaves: loyal, wait: 1d }
          SEND

        """;

    [Fact]
    public void A_segment_is_entered_with_the_event_and_left_by_time_alone_at_the_very_moment() => Assert.Equal(
        """
        01-05 10:00 order.placed
        01-06 10:00 order.placed
          enters loyal
          started welcome
          welcome sent
        04-05 10:00 clock
          leaves loyal
          started miss-you
        04-06 10:00 clock
          miss-you sent
        """,
        ShopStory.Of(Loyal).On("01-05 10:00", "order.placed").On("01-06 10:00", "order.placed").Until("05-01 10:00").Text);

    [Fact]
    public void Since_when_a_customer_is_in_a_segment_is_known_and_when_it_is_looked_at_again()
    {
        var portrait = ShopStory.Of(Loyal).On("01-05 10:00", "order.placed").On("01-06 10:00", "order.placed").On("01-07 10:00", "order.placed").Portrait;

        Assert.Equal(("loyal", "2026-01-06T10:00:00.000Z"), (portrait.Segments.Single().Name, portrait.Segments.Single().Since.ToString()));
        Assert.Equal("2026-04-05T10:00:00.000Z", portrait.JudgedAt.ToString());
    }

    [Fact]
    public void Who_comes_with_the_first_event_was_in_nothing_before_it() => Assert.Equal(
        """
        01-05 10:00 page.viewed
          enters everybody
          started hello
          hello sent
        """,
        ShopStory.Of(
            """
            === traits
            views: { count: page.viewed }
            === segments.yaml
            segments: { everybody: customer.views >= 0 }
            === triggers/all.yaml
            - trigger: hello
              when: { enters: everybody }
              SEND

            """).On("10:00", "page.viewed").Text);

    [Fact]
    public void The_first_stage_whose_condition_holds_is_the_customers_and_a_new_one_is_left_before_it_is_entered() => Assert.Equal(
        """
        01-05 10:00 page.viewed
          enters new
        01-05 11:00 order.placed
          leaves new
          enters active
          started first-order
          first-order sent
        01-12 11:00 clock
          leaves active
          enters lost
          started come-back
          come-back sent
        """,
        ShopStory.Of(
            """
            === traits
            orders_7d: { count: order.placed, in: 7d }
            ever: { first: order.placed.time }
            views: { count: page.viewed }
            === segments.yaml
            stages: { active: customer.orders_7d > 0, lost: has(customer.ever), new: "true" }
            === triggers/all.yaml
            - trigger: come-back
              when: { stage: lost }
              SEND
            - trigger: first-order
              when: { stage: active }
              SEND

            """).On("10:00", "page.viewed").On("11:00", "order.placed").Until("02-01 00:00").Text);

    [Fact]
    public void A_crossing_starts_when_the_condition_becomes_true_and_again_after_it_was_not() => Assert.Equal(
        """
        01-05 10:00 order.placed value=40
        01-05 11:00 order.placed value=60
          enters big-week
          started big-week
          big-week sent
        01-05 12:00 order.placed value=500
        01-12 10:00 clock
        01-12 11:00 clock
        01-12 12:00 clock
          leaves big-week
        01-13 10:00 order.placed value=100
          enters big-week
          started big-week
          big-week sent
        """,
        ShopStory.Of(
            """
            === traits
            spend_week: { sum: order.placed.value, in: 7d }
            === triggers/all.yaml
            - trigger: big-week
              when: { crosses: customer.spend_week >= 100 }
              SEND

            """).On("10:00", "order.placed value=40").On("11:00", "order.placed value=60").On("12:00", "order.placed value=500").On("01-13 10:00", "order.placed value=100").Text);

    [Fact]
    public void Conditions_of_a_new_version_are_adopted_silently()
    {
        var story = ShopStory.Of(Loyal).On("01-05 10:00", "order.placed")
            .Publish(Loyal.Replace(">= 2", ">= 1", StringComparison.Ordinal)).On("01-06 10:00", "page.viewed").On("01-07 10:00", "order.placed");

        Assert.Equal(
            """
            01-05 10:00 order.placed
            01-06 10:00 page.viewed
            01-07 10:00 order.placed
            """,
            story.Text);
        Assert.Equal("loyal", story.Portrait.Segments.Single().Name);
    }

    [Fact]
    public void Adoption_keeps_since_when_a_customer_is_in_a_segment()
    {
        var story = ShopStory.Of(Loyal).On("01-05 10:00", "order.placed").On("01-06 10:00", "order.placed")
            .Publish(Loyal.Replace(">= 2", ">= 1", StringComparison.Ordinal)).On("01-09 10:00", "order.placed");

        Assert.Equal("2026-01-06T10:00:00.000Z", story.Portrait.Segments.Single().Since.ToString());
    }

    [Fact]
    public void Without_segments_nothing_wakes_a_customer() =>
        Assert.Equal(Timestamp.Never, ShopStory.OfTraits("t: { count: order.placed, in: 7d }").On("10:00", "order.placed").State.NextDeadline);
}
