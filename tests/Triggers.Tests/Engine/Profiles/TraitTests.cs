using Triggers.Tests.Engine.Support;
using Xunit;
using static Triggers.Tests.Engine.Support.Shop;

namespace Triggers.Tests.Engine.Profiles;

public class TraitTests
{
    [Fact]
    public void An_older_event_does_not_overwrite_a_trait_and_one_of_the_same_time_does()
    {
        var story = new Story(CartLeft(wait: 0, channels: [Email]));
        string SentTo(string cart) => story.On(CartOf(cart, 9, "k1", 1)).Last.Messages[0].Address;

        story.On(ContactOf("m1", 5, email: "new@example.org")).On(ContactOf("m2", 3, email: "old@example.org"), 6);
        Assert.Equal("new@example.org", SentTo("c1"));

        story.On(ContactOf("m3", 5, email: "same@example.org"), 9).On(ContactOf("m4", 8, points: 1), 9);
        Assert.Equal("same@example.org", SentTo("c2"));
    }

    [Fact]
    public void Traits_with_one_condition_and_one_with_another_between_them_count_what_each_says()
    {
        var portrait = ShopStory.Of(
            """
            === traits
            big: { count: order.placed, where: event.value * 2 >= 200 }
            big_too: { count: order.placed, where: event.value * 2 >= 200 }
            small: { count: order.placed, where: event.value * 2 < 200 }
            spend: { sum: order.placed.value, where: event.value * 2 >= 200 }

            """).On("10:00", "order.placed value=100").On("11:00", "order.placed value=30").On("12:00", "order.placed value=200").Portrait;

        Assert.Equal(["big 2", "big_too 2", "small 1", "spend 300 EUR"], portrait.Traits.Where(trait => trait.Value.IsPresent).Select(trait => $"{trait.Name} {trait.Value}"));
    }
}
