using Triggers.Engine.Decisions.Gates.Arbitration;
using Triggers.Engine.State;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

public sealed class ExclusivityRuleTests
{
    private static readonly GroupPlan Cart = new("cart", new HashSet<string> { "cart-left", "price-fell" }, null);
    private static readonly GroupPlan Calm = new("calm", new HashSet<string> { "cart-left", "survey" }, TimeSpan.FromDays(1));

    [Fact]
    public void Candidates_compete_by_mandatory_then_priority_then_value_then_age_then_id()
    {
        var noon = Clock.Utc("2026-01-10T12:00");
        Contender[] expected =
        [
            new("6", "t", Mandatory: true, 0, 0, noon), new("5", "t", Mandatory: false, 90, 0, noon), new("4", "t", Mandatory: false, 50, 9.5, noon),
            new("3", "t", Mandatory: false, 50, 9, Clock.Utc("2026-01-10T11:59")), new("1", "t", Mandatory: false, 50, 9, noon), new("2", "t", Mandatory: false, 50, 9, noon),
        ];

        Assert.Equal(expected, expected.Reverse().Order());
    }

    [Theory]
    [InlineData("price-fell", "2026-01-10T12:00", "cart-left")]
    [InlineData("price-fell", "2026-01-10T12:01", "")]
    [InlineData("survey", "2026-01-11T11:59", "cart-left")]
    [InlineData("survey", "2026-01-11T12:00", "")]
    [InlineData("birthday", "2026-01-10T12:00", "")]
    public void Of_a_group_one_goes_through_and_the_others_learn_who_it_was(string trigger, string now, string winner)
    {
        var noon = Clock.Utc("2026-01-10T12:00");
        GroupFact[] wins = [new(Cart.Id, StableId.Of("cart-left"), default, noon), new(Calm.Id, StableId.Of("cart-left"), default, noon)];
        GroupPlan[] groups = [.. new[] { Cart, Calm }.Where(group => group.Triggers.Contains(trigger))];

        Assert.Equal(winner.Length == 0 ? null : StableId.Of(winner), ExclusivityRule.Judge(groups, StableId.Of(trigger), Clock.Utc(now), wins)?.Trigger);
    }
}
