using Triggers.Engine.State;
using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Engine.Rules;

/// <summary>What is remembered about the last run of a trigger, outages included.</summary>
public class OutcomeTests
{
    private const string Thanks =
        """
        === triggers/t.yaml
        trigger: t
        when: { start: order.placed, key: event.order, until: [{ event: call.made }], wait: 30m }
        SEND

        """;

    [Fact]
    public void A_trigger_that_never_began_has_no_outcome() => Assert.Equal("None  ", Last(ShopStory.Of(Thanks).On("10:00", "profile.changed points=1")));

    [Fact]
    public void A_message_that_went_out_is_remembered() => Assert.Equal("Sent 2026-01-05T10:30:00.000Z ", Last(ShopStory.Of(Thanks).On("10:00", "order.placed order=a").Until("10:30")));

    [Fact]
    public void What_ended_a_run_is_remembered() => Assert.Equal(
        "Ended 2026-01-05T10:10:00.000Z call.made", Last(ShopStory.Of(Thanks).On("10:00", "order.placed order=a").On("10:10", "call.made").Until("11:00")));

    [Fact]
    public void The_gate_that_refused_is_remembered() => Assert.Equal(
        "Refused 2026-01-05T10:30:00.000Z if",
        Last(ShopStory.Of(Thanks.Replace("SEND", "if: has(customer.points)\nSEND", StringComparison.Ordinal)).On("10:00", "order.placed order=a").Until("11:00")));

    [Fact]
    public void What_would_have_ended_a_run_and_came_after_the_message_came_too_late() => Assert.Equal(
        "TooLate 2026-01-05T10:31:00.000Z call.made", Last(ShopStory.Of(Thanks).On("10:00", "order.placed order=a").On("10:31", "call.made")));

    [Fact]
    public void An_until_with_a_key_comes_too_late_for_that_key_alone()
    {
        var keyed = Thanks.Replace("{ event: call.made }", "{ event: cart.updated, key: event.cart }", StringComparison.Ordinal);
        var story = ShopStory.Of(keyed).On("10:00", "order.placed order=a").On("10:31", "cart.updated cart=b value=1");
        Assert.Equal("Sent 2026-01-05T10:30:00.000Z ", Last(story));

        Assert.Equal("TooLate 2026-01-05T10:32:00.000Z cart.updated", Last(story.On("10:32", "cart.updated cart=a value=1")));
    }

    [Fact]
    public void A_step_that_did_not_come_is_remembered_with_what_was_waited_for() => Assert.Equal(
        "Expired 2026-01-05T11:00:00.001Z cart.updated",
        Last(ShopStory.Of(
            """
            === triggers/t.yaml
            trigger: t
            when: { steps: [{ event: order.placed }, { event: cart.updated, within: 1h }] }
            SEND

            """).On("10:00", "order.placed").Until("12:00")));

    [Fact]
    public void Outcomes_are_forgotten_when_they_are_older_than_thirty_days()
    {
        var story = ShopStory.Of(Thanks).On("10:00", "order.placed order=a").Until("10:30");

        Assert.Equal("Sent 2026-01-05T10:30:00.000Z ", Last(story.On("02-04 10:30", "profile.changed points=1")));
        Assert.Equal("None  ", Last(story.On("02-05 00:00", "profile.changed points=1")));
    }

    [Fact]
    public void What_no_window_sees_any_more_is_swept_as_time_goes_on()
    {
        var story = ShopStory.Of(
            """
            === traits
            week: { sum: order.placed.value, in: 7d }
            by_sku: { count: order.placed, by: event.sku, in: 7d }
            ever: { count: order.placed }
            """).On("10:00", "order.placed value=10 sku=a").On("01-06 10:00", "order.placed value=20 sku=b");
        IEnumerable<string> Traits() => story.Facts.Where(fact => fact.StartsWith("trait ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        const string ever = "trait ever count: 2 times of 2026-01-05T10:00:00.000Z to 2026-01-06T10:00:00.000Z";
        const string second = "trait by_sku[\"b\"] count: of 2026-01-06T10:00:00.000Z";
        Assert.Equal(
            [
                "trait by_sku[\"a\"] count: of 2026-01-05T10:00:00.000Z", second, ever,
                "trait week sum: sum 10EUR of 2026-01-05T10:00:00.000Z, sum 20EUR of 2026-01-06T10:00:00.000Z",
            ],
            Traits());
        story.On("01-12 20:00", "profile.changed points=1").On("01-13 00:00", "profile.changed points=2");

        Assert.Equal(
            [second, ever, "trait points latest: 2 of 2026-01-13T00:00:00.000Z", "trait week sum: sum 20EUR of 2026-01-06T10:00:00.000Z"], Traits());
    }

    [Fact]
    public void After_an_outage_what_is_longer_over_than_stale_allows_is_refused() => Assert.Equal(
        """
        01-05 10:00 order.placed order=a
          started t[a]
        01-05 10:01 order.placed order=b
          started t[b]
        01-05 11:30:00.001 clock
          t[a] refused by stale
        01-05 11:30:00.001 clock
          t[b] sent
        """,
        ShopStory.Of(Thanks.Replace("SEND", "stale: 1h\nSEND", StringComparison.Ordinal))
            .On("10:00", "order.placed order=a").On("10:01", "order.placed order=b").OutageUntil("11:30:00.001").Text);

    [Fact]
    public void A_moment_that_passed_exactly_as_long_ago_as_stale_says_is_not_stale() => Assert.EndsWith(
        "t[a] sent",
        ShopStory.Of(Thanks.Replace("SEND", "stale: 1h\nSEND", StringComparison.Ordinal)).On("10:00", "order.placed order=a").OutageUntil("11:30").Text,
        StringComparison.Ordinal);

    [Fact]
    public void What_did_not_come_and_a_segment_that_was_left_are_as_old_after_an_outage_as_they_are()
    {
        const string rules =
            """
            === traits
            hour: { count: order.placed, in: 1h }
            === segments.yaml
            segments: { fresh: customer.hour > 0 }
            === triggers/all.yaml
            - trigger: left
              when: { leaves: fresh, wait: 30m }
              stale: 6h
              SEND
            - trigger: no-view
              when: { steps: [{ event: order.placed }, { not: product.viewed, within: 1h }] }
              stale: 6h
              SEND
            - trigger: two-pauses
              when: { steps: [{ event: order.placed }, { not: product.viewed, within: 1h }, { not: page.viewed, within: 1h }] }
              stale: 6h
              SEND

            """;
        string After(string outage) => string.Join(", ", ShopStory.Of(rules).On("10:00", "order.placed").OutageUntil(outage).Text.Split('\n').Select(line => line.Trim())
            .Where(line => line.EndsWith(" sent", StringComparison.Ordinal) || line.EndsWith(" stale", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        Assert.Equal("left sent, no-view sent, two-pauses sent", After("16:00"));
        Assert.Equal("left sent, no-view refused by stale, two-pauses sent", After("17:00:00.001"));
        Assert.Equal("left refused by stale, no-view refused by stale, two-pauses refused by stale", After("18:00:00.001"));
    }

    [Fact]
    public void A_start_that_finds_as_many_runs_as_a_customer_may_have_begins_none_until_there_is_room_again()
    {
        var story = ShopStory.Of(Thanks);
        for (var number = 1; number <= CustomerState.MostRuns; number++)
        {
            story.On("10:00", $"order.placed order=o{number}");
        }

        Assert.Equal("None  ", Last(story));
        Assert.Equal("Crowded 2026-01-05T10:01:00.000Z ", Last(story.On("10:01", "order.placed order=more")));

        // One that takes the place of another is no other.
        story.On("10:02", "order.placed order=o1");
        Assert.Equal("Sent 2026-01-05T10:32:00.000Z ", Last(story.Until("10:40")));
        Assert.Equal("Sent 2026-01-05T11:20:00.000Z ", Last(story.On("10:50", "order.placed order=more").Until("11:30")));
    }

    [Fact]
    public void What_need_not_wait_goes_out_beside_as_many_runs_as_may_wait_and_is_refused_where_it_would_be_held()
    {
        var story = ShopStory.Of(
            """
            === policies.yaml
            quiet_hours: { from: 22:00, to: 8:00 }
            === triggers/many.yaml
            trigger: many
            when: { start: order.placed, key: event.order, until: [{ event: call.made }], wait: 2d }
            SEND
            === triggers/t.yaml
            trigger: t
            when: { start: page.viewed }
            SEND

            """).On("10:00", "profile.changed zone=Europe/Berlin");
        for (var number = 1; number <= CustomerState.MostRuns; number++)
        {
            story.On("10:01", $"order.placed order=o{number}");
        }

        Assert.Equal("Sent 2026-01-05T10:02:00.000Z ", Last(story.On("10:02", "page.viewed")));
        Assert.Equal("Refused 2026-01-05T22:00:00.000Z crowd", Last(story.On("22:00", "page.viewed")));
        Assert.Equal("Held 2026-01-05T22:30:00.000Z quiet-hours", Last(story.On("22:25", "call.made").On("22:30", "page.viewed")));
    }

    private static string Last(ShopStory story)
    {
        var trigger = story.Portrait.Triggers.Single(t => t.Name == "t");
        return $"{trigger.Outcome} {trigger.OutcomeAt} {trigger.By}";
    }
}
