using Triggers.Engine.State;
using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Engine.Rules;

/// <summary><c>times</c> and <c>silence</c>: what happens often, and what does not happen any more.</summary>
public class OftenTests
{
    [Fact]
    public void A_start_counts_when_it_happens_so_often_in_the_window_and_nothing_is_used_up() => Assert.Equal(
        """
        01-05 10:00 page.viewed
        01-05 10:20 page.viewed
        01-05 10:59:59.999 page.viewed
          started t
          t sent
        01-05 11:00 page.viewed
          started t
          t sent
        01-05 12:00 page.viewed
        01-05 12:30 page.viewed
        """,
        Times().On("10:00", "page.viewed").On("10:20", "page.viewed").On("10:59:59.999", "page.viewed").On("11:00", "page.viewed")
            .On("12:00", "page.viewed").On("12:30", "page.viewed").Text);

    [Fact]
    public void A_start_exactly_as_old_as_the_window_does_not_count_any_more() => Assert.Equal(
        """
        01-05 10:00 page.viewed
        01-05 10:30 page.viewed
        01-05 11:00 page.viewed
        """,
        Times().On("10:00", "page.viewed").On("10:30", "page.viewed").On("11:00", "page.viewed").Text);

    [Fact]
    public void Only_starts_of_the_same_key_whose_where_holds_count() => Assert.Equal(
        """
        01-05 10:00 page.viewed page=a
        01-05 10:01 page.viewed page=b
        01-05 10:02 page.viewed page=x
        01-05 10:03 page.viewed page=x
        01-05 10:04 page.viewed page=a
        01-05 10:05 page.viewed page=b
        01-05 10:06 page.viewed page=a
          started t[a]
          t[a] sent
        """,
        Times(", key: event.page, where: event.page != \"x\"").On("10:00", "page.viewed page=a").On("10:01", "page.viewed page=b").On("10:02", "page.viewed page=x")
            .On("10:03", "page.viewed page=x").On("10:04", "page.viewed page=a").On("10:05", "page.viewed page=b").On("10:06", "page.viewed page=a").Text);

    [Theory]
    [InlineData(MatchTimesSet.MostKeys - 1, true)]
    [InlineData(MatchTimesSet.MostKeys, false)]
    public void Of_a_thousand_other_keys_the_one_that_came_longest_ago_is_forgotten(int others, bool isKnown)
    {
        var story = Times(", key: event.page").On("10:00", "page.viewed page=a").On("10:01", "page.viewed page=a");
        for (var other = 1; other <= others; other++)
        {
            story.On("10:02", $"page.viewed page=p{other}");
        }

        Assert.Equal(isKnown, story.On("10:03", "page.viewed page=a").Text.Contains("started t[a]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_start_that_comes_late_counts_at_its_own_time() => Assert.Equal(
        """
        01-05 10:00 page.viewed
        01-05 11:10 page.viewed
        01-05 11:20 page.viewed
        01-05 11:30 page.viewed
          started t
          t sent
        """,
        Times().On("10:00", "page.viewed").On("10:59", "page.viewed", log: "11:10").On("11:20", "page.viewed").On("11:30", "page.viewed").Text);

    [Fact]
    public void Silence_begins_with_an_event_and_again_with_each_further_one() => Assert.Equal(
        """
        01-05 10:00 order.placed
          started quiet
        01-20 10:00 order.placed
          restarted quiet
        03-06 10:00 clock
          quiet sent
        """,
        ShopStory.Of(
            """
            === triggers/t.yaml
            trigger: quiet
            when: { silence: { of: order.placed, for: 45d } }
            SEND

            """).On("01-05 10:00", "order.placed").On("01-20 10:00", "order.placed").Until("12-31 00:00").Text);

    private static ShopStory Times(string more = "") => ShopStory.Of(
        $$"""
        === triggers/t.yaml
        trigger: t
        when: { start: page.viewed, times: { at_least: 3, in: 1h }{{more}} }
        SEND

        """);
}
