using Triggers.Engine.Decisions.Gates.Budgets;
using Triggers.Model.Time;
using Xunit;

namespace Triggers.Tests.Engine.Decisions.Gates;

public sealed class BudgetRuleTests
{
    [Theory]
    [InlineData("5.00", "0", "5.00", true)]
    [InlineData("5.01", "0", "5.00", false)]
    [InlineData("0.10", "0.20", "0.30", true)]
    [InlineData("0.10", "0.21", "0.30", false)]
    [InlineData("0.01", "9999999999999999.99", "10000000000000000.00", true)]
    [InlineData("0.02", "9999999999999999.99", "10000000000000000.00", false)]
    [InlineData("1", "0", "0", false)]
    [InlineData("0", "5", "5", true)]
    public void It_pays_to_the_last_cent_and_not_one_more(string cost, string booked, string limit, bool passes) =>
        Assert.Equal(passes, BudgetRule.Passes(new(Number(cost), Timestamp.Beginning, Number(booked), Number(limit))));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
