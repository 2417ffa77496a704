using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Engine.Profiles;

/// <summary>What each kind of trait says.</summary>
public class TraitKindTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("{ count: order.placed }", "3")]
    [InlineData("{ count: order.placed, where: event.value >= 20 }", "2")]
    [InlineData("{ sum: order.placed.value }", "60.30 EUR")]
    [InlineData("{ sum: order.placed.items }", "6")]
    [InlineData("{ sum: order.placed.score }", "0.6")]
    [InlineData("{ average: order.placed.value }", "20.10 EUR")]
    [InlineData("{ average: order.placed.items }", "2")]
    [InlineData("{ min: order.placed.value }", "10.10 EUR")]
    [InlineData("{ max: order.placed.value }", "30.10 EUR")]
    [InlineData("{ min: order.placed.sku }", "\"a1\"")]
    [InlineData("{ max: order.placed.time }", "2026-01-05T10:02:00Z")]
    [InlineData("{ distinct: order.placed.sku }", "2")]
    [InlineData("{ latest: order.placed.sku }", "\"a1\"")]
    [InlineData("{ first: order.placed.sku }", "\"a1\"")]
    [InlineData("{ first: order.placed.value }", "10.10 EUR")]
    [InlineData("{ top: order.placed.sku }", "[\"a1\", \"b2\"]")]
    [InlineData("{ last: order.placed.value, n: 2 }", "[30.10 EUR, 20.10 EUR]")]
    [InlineData("{ count: order.placed, by: event.sku }", "{\"a1\": 2, \"b2\": 1}")]
    public void Each_kind_computes_what_it_is_called(string trait, string expected) => Assert.Equal(
        expected,
        ShopStory.OfTraits($"t: {trait}")
            .On("10:00", "order.placed value=10.10 score=0.1 items=1 sku=a1")
            .On("10:01", "order.placed value=20.10 score=0.2 items=2 sku=b2")
            .On("10:02", "order.placed value=30.10 score=0.3 items=3 sku=a1")
            .Says("t"));

    [Theory]
    [InlineData("{ count: order.placed }", "0")]
    [InlineData("{ sum: order.placed.value }", "0 EUR")]
    [InlineData("{ average: order.placed.value }", "(absent)")]
    [InlineData("{ min: order.placed.value }", "(absent)")]
    [InlineData("{ distinct: order.placed.sku }", "0")]
    [InlineData("{ latest: order.placed.sku }", "(absent)")]
    [InlineData("{ first: order.placed.sku }", "(absent)")]
    [InlineData("{ top: order.placed.sku }", "[]")]
    [InlineData("{ last: order.placed.sku }", "[]")]
    [InlineData("{ count: order.placed, by: event.sku }", "{}")]
    [InlineData("{ visits: order.placed }", "0")]
    [InlineData("{ dwell: order.placed }", "(absent)")]
    [InlineData("{ path_length: order.placed }", "0")]
    public void Without_an_event_a_number_is_0_and_a_value_is_absent(string trait, string expected) =>
        Assert.Equal(expected, ShopStory.OfTraits($"t: {trait}").On("10:00", "page.viewed").Says("t"));

    [Fact]
    public void An_event_without_the_field_changes_nothing() => Assert.Equal(
        "10 EUR", ShopStory.OfTraits("t: { average: order.placed.value }").On("10:00", "order.placed value=10").On("10:01", "order.placed").Says("t"));

    [Fact]
    public void Sums_of_decimal_numbers_do_not_depend_on_the_order_in_which_events_come()
    {
        string SumOf(params string[] scores) => scores.Aggregate(
            ShopStory.OfTraits("t: { sum: order.placed.score }"), (story, score) => story.On("10:00", $"order.placed score={score}")).Says("t");

        Assert.Equal(SumOf("0.1", "0.2", "0.3", "1e15"), SumOf("1e15", "0.3", "0.2", "0.1"));
    }

    [Fact]
    public void Latest_and_first_go_by_event_time_and_of_one_time_by_the_order_of_the_log()
    {
        var story = ShopStory.OfTraits("new: { latest: order.placed.sku }\nold: { first: order.placed.sku }")
            .On("10:05", "order.placed sku=b")
            .On("10:02", "order.placed sku=a", log: "10:06")
            .On("10:05", "order.placed sku=c", log: "10:07")
            .On("10:02", "order.placed sku=d", log: "10:08");

        Assert.Equal(("\"c\"", "\"a\""), (story.Says("new"), story.Says("old")));
    }

    [Fact]
    public void Of_two_equally_frequent_values_the_one_seen_last_comes_first() => Assert.Equal(
        "[\"c\", \"a\"]",
        ShopStory.OfTraits("t: { top: order.placed.sku, n: 2 }")
            .On("10:00", "order.placed sku=c").On("10:01", "order.placed sku=a").On("10:02", "order.placed sku=b")
            .On("10:03", "order.placed sku=a").On("10:04", "order.placed sku=c").Says("t"));

    [Fact]
    public void Amounts_that_differ_in_trailing_zeros_are_one_value() => Assert.Equal(
        "1", ShopStory.OfTraits("t: { distinct: order.placed.value }").On("10:00", "order.placed value=80").On("10:01", "order.placed value=80.00").Says("t"));

    [Fact]
    public void Distinct_says_64_when_there_were_more()
    {
        var story = ShopStory.OfTraits("t: { distinct: order.placed.sku }");
        for (var i = 0; i < 70; i++)
        {
            story.Repeat(1, Minute, $"order.placed sku=s{i}");
        }

        Assert.Equal("64", story.Says("t"));
    }

    [Fact]
    public void Of_a_trait_by_something_the_value_that_nothing_happened_to_for_longest_goes_beyond_64()
    {
        var story = ShopStory.OfTraits("t: { count: order.placed, by: event.sku }").On("10:00", "order.placed sku=first").On("10:01", "order.placed sku=second");
        for (var i = 0; i < 62; i++)
        {
            story.Repeat(1, Minute, $"order.placed sku=s{i}");
        }

        Assert.Contains("\"first\": 1", story.Says("t"), StringComparison.Ordinal);
        story.Repeat(1, Minute, "order.placed sku=first").Repeat(1, Minute, "order.placed sku=s62");

        Assert.Contains("\"first\": 2", story.Says("t"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"second\"", story.Says("t"), StringComparison.Ordinal);
        Assert.Equal(64, story.Says("t").Split(',').Length);
    }

    [Fact]
    public void A_key_without_a_value_counts_nowhere() => Assert.Equal(
        "{\"a\": 1}", ShopStory.OfTraits("t: { count: order.placed, by: event.sku }").On("10:00", "order.placed").On("10:01", "order.placed sku=a").Says("t"));

    [Fact]
    public void A_trait_that_becomes_another_kind_begins_anew()
    {
        var story = ShopStory.OfTraits("t: { count: order.placed }").On("10:00", "order.placed value=10").Publish("=== traits\nt: { sum: order.placed.value }\n");
        Assert.Equal("0 EUR", story.Says("t"));

        Assert.Equal("20 EUR", story.On("10:01", "order.placed value=20").Says("t"));
    }

    [Fact]
    public void A_late_event_enters_no_trait() => Assert.Equal(
        "1", ShopStory.OfTraits("t: { count: call.made }").On("10:00", "call.made", log: "10:10").On("10:00", "call.made", log: "10:11").Says("t"));
}
