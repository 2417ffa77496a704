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
}
