using Triggers.Engine.Decisions.Gates.HoldOut;
using Triggers.Language.Plan.Messaging;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

public sealed class HoldOutRuleTests
{
    private const int Customers = 20_000;

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(50)]
    public void As_many_customers_are_held_out_as_the_percentage_says(int percent)
    {
        var held = Enumerable.Range(0, Customers).Count(i => HoldOutRule.Judge(new(percent, "all"), Clock.Customer(i)).IsHeldOut);

        // Four standard deviations of a binomial distribution.
        var (expected, deviation) = (Customers * percent / 100.0, Math.Sqrt(Customers * percent / 100.0 * (1 - (percent / 100.0))));
        Assert.InRange(held, expected - (4 * deviation), expected + (4 * deviation));
    }

    [Fact]
    public void The_same_customers_are_held_out_for_ever_and_a_larger_share_only_adds_some()
    {
        var one = Enumerable.Range(0, Customers).Where(i => HoldOutRule.Judge(new(5, "all"), Clock.Customer(i)).IsHeldOut).ToList();

        Assert.All(one, i => Assert.True(HoldOutRule.Judge(new(6, "all"), Clock.Customer(i)).IsHeldOut));
        // Computed by another program from the description of the hash: whoever changes it deals every customer a new hand.
        Assert.Equal([7_403, 3_708, 5_248], Enumerable.Range(0, 3).Select(i => HoldOutRule.Judge(new(5, "all"), Clock.Customer(i)).Bucket));
    }

    [Fact]
    public void Two_salts_choose_independently_of_each_other()
    {
        var both = Enumerable.Range(0, Customers).Count(i =>
            HoldOutRule.Judge(new(50, "spring"), Clock.Customer(i)).IsHeldOut && HoldOutRule.Judge(new(50, "summer"), Clock.Customer(i)).IsHeldOut);

        Assert.InRange(both, (Customers / 4) - 250, (Customers / 4) + 250);
    }

    [Fact]
    public void Buckets_are_equally_full()
    {
        var tenths = Enumerable.Range(0, Customers).CountBy(i => HoldOutRule.Judge(new(5, "all"), Clock.Customer(i)).Bucket / 1_000).Select(t => t.Value).ToList();
        var chi = tenths.Sum(t => Math.Pow(t - (Customers / 10.0), 2) / (Customers / 10.0));

        // Nine degrees of freedom: 27.9 is passed once in a thousand times.
        Assert.True(tenths.Count == 10 && chi < 27.9, $"chi-square {chi}");
    }
}
