using Triggers.Tests.Engine.Support;
using Xunit;

namespace Triggers.Tests.Engine.Profiles;

/// <summary>Visits are stretches of events without a pause longer than the gap.</summary>
public class VisitTests
{
    private const string Traits =
        """
        visits: { visits: [product.viewed, cart.updated], gap: 30m }
        dwell: { dwell: [product.viewed, cart.updated] }
        path: { path_length: [product.viewed, cart.updated] }
        """;

    [Fact]
    public void A_pause_as_long_as_the_gap_is_within_a_visit_and_a_longer_one_ends_it()
    {
        var story = ShopStory.OfTraits(Traits).On("10:00", "product.viewed").On("10:30", "cart.updated cart=k value=1").On("10:40", "page.viewed");
        Assert.Equal(("1", "1800s", "2"), (story.Says("visits"), story.Says("dwell"), story.Says("path")));

        story.On("11:00:00.001", "product.viewed");
        Assert.Equal(("2", "0s", "1"), (story.Says("visits"), story.Says("dwell"), story.Says("path")));
    }

    [Fact]
    public void An_event_that_comes_late_joins_two_visits()
    {
        var story = ShopStory.OfTraits(Traits).On("10:00", "product.viewed").On("10:45", "product.viewed");
        Assert.Equal(("2", "0s", "1"), (story.Says("visits"), story.Says("dwell"), story.Says("path")));

        story.On("10:20", "product.viewed", log: "10:50");
        Assert.Equal(("1", "2700s", "3"), (story.Says("visits"), story.Says("dwell"), story.Says("path")));
    }

    [Fact]
    public void An_event_that_comes_late_can_be_a_visit_of_its_own_and_the_newest_stays_the_newest()
    {
        var story = ShopStory.OfTraits(Traits).On("12:00", "product.viewed").On("12:10", "product.viewed").On("10:00", "product.viewed", log: "12:20");

        Assert.Equal(("2", "600s", "2"), (story.Says("visits"), story.Says("dwell"), story.Says("path")));
    }

    [Fact]
    public void For_ever_all_visits_are_counted_and_in_a_window_the_last_64()
    {
        var story = ShopStory.OfTraits("ever: { visits: product.viewed }\nin_window: { visits: product.viewed, in: 90d }").Repeat(100, TimeSpan.FromHours(1), "product.viewed");

        Assert.Equal(("100", "64"), (story.Says("ever"), story.Says("in_window")));
    }

    [Fact]
    public void A_visit_is_in_the_window_for_as_long_as_its_last_event_is()
    {
        var story = ShopStory.OfTraits("t: { visits: product.viewed, in: 2h }").On("10:00", "product.viewed").On("10:20", "product.viewed");

        Assert.Equal("1", story.Until("12:19:59.999").Says("t"));
        Assert.Equal("0", story.Until("12:20").Says("t"));
    }
}
