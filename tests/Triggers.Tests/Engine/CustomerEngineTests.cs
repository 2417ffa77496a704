using Triggers.Engine;
using Xunit;
using static Triggers.Tests.Engine.Support.Shop;

namespace Triggers.Tests.Engine;

public class CustomerEngineTests
{
    [Fact]
    public void Only_types_that_a_trigger_or_a_trait_names_are_used()
    {
        var engine = new CustomerEngine(Plan(CartLeft()));

        Assert.Equal([true, true, true, false], new[] { Cart, Order, Contact, Viewed }.Select(type => engine.Uses(type.Ordinal)));
    }
}
