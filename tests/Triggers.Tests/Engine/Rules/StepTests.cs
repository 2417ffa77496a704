using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Engine.Rules;

/// <summary>Triggers with several steps.</summary>
public class StepTests
{
    [Fact]
    public void Other_events_between_two_steps_do_not_matter() => Assert.Equal(
        """
        01-05 10:00 product.viewed sku=a
          started t
        01-05 10:10 page.viewed
        01-05 10:20 cart.updated cart=k value=1
          advanced t
          t sent
        """,
        Of("{ event: product.viewed }, { event: cart.updated }")
            .On("10:00", "product.viewed sku=a").On("10:10", "page.viewed").On("10:20", "cart.updated cart=k value=1").Text);

    [Fact]
    public void Before_a_strict_step_nothing_else_may_come() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-05 10:10 page.viewed
          ended t
        01-05 10:20 cart.updated cart=k value=1
        01-05 10:30 product.viewed
          started t
        01-05 10:40 cart.updated cart=k value=1
          advanced t
          t sent
        """,
        Of("{ event: product.viewed }, { event: cart.updated, strict: true }")
            .On("10:00", "product.viewed").On("10:10", "page.viewed").On("10:20", "cart.updated cart=k value=1")
            .On("10:30", "product.viewed").On("10:40", "cart.updated cart=k value=1").Text);

    [Fact]
    public void An_event_exactly_at_the_end_of_within_is_in_time() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-05 11:00 cart.updated cart=k value=1
          advanced t
          t sent
        01-05 12:00 product.viewed
          started t
        01-05 13:00:00.001 clock
          expired t
        01-05 13:00:00.001 cart.updated cart=k value=1
        """,
        Of("{ event: product.viewed }, { event: cart.updated, within: 1h }")
            .On("10:00", "product.viewed").On("11:00", "cart.updated cart=k value=1")
            .On("12:00", "product.viewed").On("13:00:00.001", "cart.updated cart=k value=1").Text);

    [Fact]
    public void Without_within_a_run_waits_ninety_days_for_a_step() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        04-05 10:00 clock
          expired t
        """,
        Of("{ event: product.viewed }, { event: cart.updated }").On("10:00", "product.viewed").Until("06-01 00:00").Text);

    [Fact]
    public void What_did_not_come_in_its_time_is_a_step() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-06 09:59 order.placed
          ended t
        01-07 10:00 product.viewed
          started t
        01-08 10:00 clock
          t sent
        01-08 10:00 order.placed
        """,
        Of("{ event: product.viewed }, { not: order.placed, within: 1d }")
            .On("10:00", "product.viewed").On("01-06 09:59", "order.placed").On("01-07 10:00", "product.viewed").On("01-08 10:00", "order.placed").Text);

    [Fact]
    public void What_must_not_come_before_the_next_step_ends_the_run_whenever_it_comes() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-05 10:10 order.placed
          ended t
        01-05 10:20 cart.updated cart=k value=1
        """,
        Of("{ event: product.viewed }, { not: order.placed }, { event: cart.updated, within: 1d }")
            .On("10:00", "product.viewed").On("10:10", "order.placed").On("10:20", "cart.updated cart=k value=1").Text);

    [Fact]
    public void With_a_strict_not_only_the_very_next_event_counts() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-05 10:10 order.placed
          ended t
        01-05 10:20 product.viewed
          started t
        01-05 10:30 page.viewed
        01-05 10:40 order.placed
        01-05 10:50 cart.updated cart=k value=1
          advanced t
          t sent
        """,
        Of("{ event: product.viewed }, { not: order.placed, strict: true }, { event: cart.updated }")
            .On("10:00", "product.viewed").On("10:10", "order.placed")
            .On("10:20", "product.viewed").On("10:30", "page.viewed").On("10:40", "order.placed").On("10:50", "cart.updated cart=k value=1").Text);

    [Fact]
    public void The_very_next_event_may_be_the_next_step() => Assert.Equal(
        "started t, advanced t, t sent",
        What(Of("{ event: product.viewed }, { not: order.placed, strict: true }, { event: cart.updated }").On("10:00", "product.viewed").On("10:10", "cart.updated cart=k value=1")));

    [Fact]
    public void While_something_must_not_come_the_step_behind_does_not_count_yet() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-05 10:30 cart.updated cart=k value=1
        01-05 11:00 clock
          advanced t
        01-05 12:00 cart.updated cart=k value=1
          advanced t
          t sent
        """,
        Of("{ event: product.viewed }, { not: order.placed, within: 1h }, { event: cart.updated, within: 1h }")
            .On("10:00", "product.viewed").On("10:30", "cart.updated cart=k value=1").On("12:00", "cart.updated cart=k value=1").Text);

    [Fact]
    public void A_late_event_is_no_step_and_ends_only_what_until_names() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-05 10:20 call.made (late)
        01-05 11:00 clock
          t sent
        01-05 12:00 product.viewed
          started u
        01-05 12:20 call.made (late)
          ended u
        """,
        Of("{ event: product.viewed }, { not: call.made, within: 1h }").On("10:00", "product.viewed").On("10:05", "call.made", log: "10:20").Until("11:00")
            .Publish("=== triggers/u.yaml\ntrigger: u\nwhen: { start: product.viewed, until: [call.made], wait: 1h }\nSEND\n")
            .On("12:00", "product.viewed").On("12:05", "call.made", log: "12:20").Text);

    [Fact]
    public void At_least_wants_a_step_so_often_and_within_counts_from_the_step_before() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-05 10:10 cart.updated cart=k value=1
        01-05 10:50 cart.updated cart=k value=2
          advanced t
          t sent
        01-05 12:00 product.viewed
          started t
        01-05 12:50 cart.updated cart=k value=1
        01-05 13:00:00.001 clock
          expired t
        """,
        Of("{ event: product.viewed }, { event: cart.updated, at_least: 2, within: 1h }")
            .On("10:00", "product.viewed").On("10:10", "cart.updated cart=k value=1").On("10:50", "cart.updated cart=k value=2")
            .On("12:00", "product.viewed").On("12:50", "cart.updated cart=k value=1").Until("14:00").Text);

    [Fact]
    public void The_first_step_too_may_have_to_come_often() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-05 10:10 product.viewed
        01-05 10:20 product.viewed
          advanced t
          t sent
        """,
        Of("{ event: product.viewed, at_least: 3 }").On("10:00", "product.viewed").On("10:10", "product.viewed").On("10:20", "product.viewed").Text);

    [Fact]
    public void With_each_every_such_event_goes_on_by_itself() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-05 10:10 cart.updated cart=k1 value=1
          advanced t
        01-05 10:20 cart.updated cart=k2 value=1
          advanced t
        01-05 10:30 order.placed order=k2
          advanced t
          t sent
        01-05 10:40 order.placed order=k1
          advanced t
          t sent
        """,
        Of("{ event: product.viewed }, { name: cart, event: cart.updated, each: true }, { event: order.placed, where: event.order == cart.cart }")
            .On("10:00", "product.viewed").On("10:10", "cart.updated cart=k1 value=1").On("10:20", "cart.updated cart=k2 value=1")
            .On("10:30", "order.placed order=k2").On("10:40", "order.placed order=k1").Text);

    [Fact]
    public void Later_steps_and_the_end_see_the_events_of_named_steps() => Assert.Equal(
        """
        01-05 10:00 product.viewed sku=a category=x vip=true
          started t
        01-05 10:10 product.viewed sku=b category=x vip=false
        01-05 10:20 product.viewed sku=a category=y vip=false
          advanced t
          t refused by if
        01-05 10:30 product.viewed sku=c category=z vip=true
          started t
        01-05 10:40 product.viewed sku=c category=z vip=false
          advanced t
          t sent
        """,
        Of(
            "{ name: first, event: product.viewed, where: event.vip }, { name: second, event: product.viewed, where: event.sku == first.sku }",
            condition: "first.category == second.category && event.id == second.id")
            .On("10:00", "product.viewed sku=a category=x vip=true").On("10:10", "product.viewed sku=b category=x vip=false")
            .On("10:20", "product.viewed sku=a category=y vip=false").On("10:30", "product.viewed sku=c category=z vip=true")
            .On("10:40", "product.viewed sku=c category=z vip=false").Text);

    [Theory]
    [InlineData("restart", "started t, restarted t, advanced t, t sent")]
    [InlineData("ignore", "started t, advanced t, t sent")]
    [InlineData("parallel", "started t, started t, advanced t, advanced t, t sent, t sent")]
    public void A_further_first_step_does_what_repeat_says(string repeat, string expected) => Assert.Equal(
        expected,
        What(Of("{ event: product.viewed }, { event: cart.updated }", repeat: repeat)
            .On("10:00", "product.viewed").On("10:10", "product.viewed").On("10:20", "cart.updated cart=k value=1")));

    [Fact]
    public void An_event_that_takes_a_run_on_does_not_begin_another()
    {
        const string twice = "{ event: product.viewed }, { event: product.viewed }";
        ShopStory Viewed(ShopStory story) => story.On("10:00", "product.viewed").On("10:01", "product.viewed").On("10:02", "product.viewed").On("10:03", "product.viewed");

        Assert.Equal("started t, advanced t, t sent, started t, advanced t, t sent", What(Viewed(Of(twice))));
        Assert.Equal(
            "started t, advanced t, started t, t sent, advanced t, started t, t sent, advanced t, started t, t sent", What(Viewed(Of(twice, repeat: "parallel"))));
    }

    [Fact]
    public void An_event_that_happened_before_the_step_before_does_not_count() => Assert.Equal(
        """
        01-05 10:10 product.viewed
          started t
        01-05 10:20 cart.updated cart=k value=1
        01-05 10:30 cart.updated cart=k value=1
          advanced t
          t sent
        """,
        Of("{ event: product.viewed }, { event: cart.updated }")
            .On("10:10", "product.viewed").On("10:05", "cart.updated cart=k value=1", log: "10:20").On("10:30", "cart.updated cart=k value=1").Text);

    [Fact]
    public void After_the_last_step_the_run_waits_and_until_ends_it_anywhere() => Assert.Equal(
        """
        01-05 10:00 product.viewed
          started t
        01-05 10:10 cart.updated cart=k value=1
          advanced t
        01-05 10:40 clock
          t sent
        01-05 11:00 product.viewed
          started t
        01-05 11:10 order.placed
          ended t
        01-05 11:20 cart.updated cart=k value=1
        01-05 12:00 product.viewed
          started t
        01-05 12:10 cart.updated cart=k value=1
          advanced t
        01-05 12:39 order.placed
          ended t
        """,
        Of("{ event: product.viewed }, { event: cart.updated }", more: ", until: [order.placed], wait: 30m")
            .On("10:00", "product.viewed").On("10:10", "cart.updated cart=k value=1")
            .On("11:00", "product.viewed").On("11:10", "order.placed").On("11:20", "cart.updated cart=k value=1")
            .On("12:00", "product.viewed").On("12:10", "cart.updated cart=k value=1").On("12:39", "order.placed").Text);

    private static ShopStory Of(string steps, string repeat = "restart", string more = "", string? condition = null) => ShopStory.Of(
        $$"""
        === triggers/t.yaml
        trigger: t
        when: { steps: [{{steps}}], repeat: {{repeat}}{{more}} }
        {{(condition is null ? "" : $"if: {condition}")}}
        SEND

        """);

    /// <summary>What happened, without when.</summary>
    private static string What(ShopStory story) => string.Join(", ", story.Text.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim()));
}
