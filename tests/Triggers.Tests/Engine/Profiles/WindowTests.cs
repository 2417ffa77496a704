using Triggers.Model.Time;
using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Engine.Profiles;

/// <summary>Windows are (now − window, now], exact up to 64 entries.</summary>
public class WindowTests
{
    [Theory]
    [InlineData("{ count: order.placed, in: 7d }", "2", "1", "0")]
    [InlineData("{ sum: order.placed.items, in: 7d }", "3", "2", "0")]
    [InlineData("{ average: order.placed.items, in: 7d }", "1.5", "2", "(absent)")]
    [InlineData("{ min: order.placed.items, in: 7d }", "1", "2", "(absent)")]
    [InlineData("{ max: order.placed.value, in: 7d }", "90 EUR", "20 EUR", "(absent)")]
    [InlineData("{ distinct: order.placed.sku, in: 7d }", "2", "1", "0")]
    [InlineData("{ latest: order.placed.sku, in: 7d }", "\"b\"", "\"b\"", "(absent)")]
    [InlineData("{ first: order.placed.sku, in: 7d }", "\"a\"", "\"b\"", "(absent)")]
    [InlineData("{ top: order.placed.sku, in: 7d }", "[\"b\", \"a\"]", "[\"b\"]", "[]")]
    [InlineData("{ last: order.placed.sku, in: 7d }", "[\"b\", \"a\"]", "[\"b\"]", "[]")]
    [InlineData("{ visits: order.placed, in: 7d }", "2", "1", "0")]
    [InlineData("{ count: order.placed, by: event.sku, in: 7d }", "{\"a\": 1, \"b\": 1}", "{\"b\": 1}", "{}")]
    public void An_event_leaves_the_window_when_it_is_exactly_as_old(string trait, string before, string after, string end)
    {
        var story = ShopStory.OfTraits($"t: {trait}").On("01-05 10:00", "order.placed items=1 sku=a value=90").On("01-06 10:00", "order.placed items=2 sku=b value=20");

        Assert.Equal(before, story.Until("01-12 09:59:59.999").Says("t"));
        Assert.Equal(after, story.Until("01-12 10:00").Says("t"));
        Assert.Equal(after, story.Until("01-13 09:59:59.999").Says("t"));
        Assert.Equal(end, story.Until("01-13 10:00").Says("t"));
    }

    [Fact]
    public void A_trait_tells_when_time_alone_changes_it_next()
    {
        var story = ShopStory.OfTraits("t: { count: order.placed, in: 7d }\nfor_ever: { count: order.placed }").On("01-05 10:00", "order.placed").On("01-06 10:00", "order.placed");
        Timestamp Of(string trait) => story.Portrait.Traits.Single(t => t.Name == trait).ChangesAt;

        Assert.Equal("2026-01-12T10:00:00.000Z", Of("t").ToString());
        Assert.Equal(Timestamp.Never, Of("for_ever"));
        story.Until("01-12 10:00");
        Assert.Equal("2026-01-13T10:00:00.000Z", Of("t").ToString());
        story.Until("01-13 10:00");
        Assert.Equal(Timestamp.Never, Of("t"));
    }

    [Fact]
    public void An_event_that_comes_when_it_is_out_of_the_window_already_does_not_count() => Assert.Equal(
        "1",
        ShopStory.OfTraits("t: { count: order.placed, in: 1h }").On("12:00", "order.placed").On("11:00", "order.placed", log: "12:00").Says("t"));

    [Fact]
    public void Sixty_four_entries_are_exact_each()
    {
        var story = ShopStory.OfTraits("t: { count: order.placed, in: 64d }").Repeat(64, TimeSpan.FromMinutes(1), "order.placed");

        Assert.Equal("64", story.Says("t"));
        Assert.Equal("63", story.Until("03-10 00:01").Says("t"));
        Assert.Equal("62", story.Until("03-10 00:02").Says("t"));
    }

    [Fact]
    public void Beyond_64_entries_an_event_counts_at_most_a_slice_too_long_and_never_too_short()
    {
        // A slice of 64 days is a day; 640 orders come every three hours, eight a day.
        var (apart, window, slice) = (TimeSpan.FromHours(3), TimeSpan.FromDays(64), TimeSpan.FromDays(1));
        var story = ShopStory.OfTraits("t: { count: order.placed, in: 64d }");
        var times = new List<Timestamp>();
        for (var i = 0; i < 640; i++)
        {
            story.Repeat(1, apart, "order.placed");
            times.Add(story.Now);
            var exact = times.Count(time => time > story.Now - window);
            var atMost = times.Count(time => time > story.Now - window - slice);
            Assert.InRange(int.Parse(story.Says("t"), System.Globalization.CultureInfo.InvariantCulture), exact, atMost);
        }
    }

    [Fact]
    public void The_customers_time_never_goes_back()
    {
        var story = ShopStory.OfTraits("t: { count: order.placed, in: 1h }").On("10:00", "order.placed").On("11:00", "order.placed").On("10:30", "order.placed", log: "11:05");

        Assert.Equal("2", story.Says("t"));
        Assert.Equal("1", story.Until("11:30").Says("t"));
    }
}
