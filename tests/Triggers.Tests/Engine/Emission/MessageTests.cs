using Triggers.Model.Verdicts;
using Triggers.Tests.Engine.Support;
using Xunit;
using static Triggers.Tests.Engine.Support.Shop;

namespace Triggers.Tests.Engine.Emission;

public class MessageTests
{
    private const string CartKey = "event.cart";

    [Fact]
    public void The_message_says_all_that_a_channel_service_needs()
    {
        var story = new Story(CartLeft(key: CartKey)).On(CartOf("c1", 0, "k1", 80)).Tick(31);

        Assert.Equal(
            new(
                "6ae3dafc128a8636ec743024a212afaa", "cart-left", "00000000000000aa", AnnKey, Ann, "push", "outbound.push", "ann", "offer", "cart-rescue", "k1", "c1", At(30), At(31)),
            Assert.Single(story.Last.Messages));
        var decision = Assert.Single(story.Last.Decisions);
        Assert.Equal([new("address", GateResult.Passed, "push")], decision.Gates);
        Assert.Equal(
            new(
                "6ae3dafc128a8636ec743024a212afaa", Outcome.Sent, null, null, "cart-left", "00000000000000aa", AnnKey, Ann, "k1", "c1", At(0), At(30), At(31), "push"),
            decision with { Gates = [] });
    }
}
