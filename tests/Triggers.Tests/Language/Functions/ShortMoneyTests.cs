using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Language.Functions;

public sealed class ShortMoneyTests
{
    [Fact]
    public void Sums_and_products_are_those_of_decimals_to_the_last_decimal_place_or_none()
    {
        var random = new Random(5);
        for (var round = 0; round < 100_000; round++)
        {
            var (left, right, factor) = (Amount(random), Amount(random), random.NextInt64(1L << random.Next(1, 63)) * (1 - (2 * random.Next(2))));

            if (ShortMoney.TryAdd(left, right, out var sum))
            {
                AssertSame(left.AsMoney.Amount + right.AsMoney.Amount, sum);
            }

            if (ShortMoney.TryMultiply(left, factor, out var product))
            {
                AssertSame(left.AsMoney.Amount * factor, product);
            }
        }
    }

    [Theory]
    [InlineData("999999999999999999", "1", false)]
    [InlineData("999999999999999998", "1", true)]
    [InlineData("-999999999999999999", "-1", false)]
    [InlineData("99999999999999999", "0.1", true)]
    [InlineData("100000000000000000", "0.01", false)]
    [InlineData("0.00", "0", true)]
    public void A_sum_of_more_than_18_digits_is_left_to_others(string left, string right, bool fits) =>
        Assert.Equal(fits, ShortMoney.TryAdd(Euro(left), Euro(right), out _));

    [Theory]
    [InlineData("0.01", 99_999_999_999_999_999, true)]
    [InlineData("0.11", 99_999_999_999_999_999, false)]
    [InlineData("999999999999999999", -1, true)]
    [InlineData("2", long.MinValue, false)]
    public void A_product_of_more_than_18_digits_is_left_to_others(string amount, long factor, bool fits) =>
        Assert.Equal(fits, ShortMoney.TryMultiply(Euro(amount), factor, out _));

    [Fact]
    public void Amounts_of_different_currencies_are_not_added() =>
        Assert.False(ShortMoney.TryAdd(Euro("1"), Value.Of(new Money(1, "USD")), out _));

    private static Value Euro(string amount) => Value.Of(new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "EUR"));

    private static Value Amount(Random random) => Value.OfMoney(random.NextInt64(-999_999_999_999_999_999, 1_000_000_000_000_000_000) >> random.Next(60), (byte)random.Next(19), "EUR");

    private static void AssertSame(decimal expected, Value amount) =>
        Assert.Equal(decimal.GetBits(decimal.Abs(expected)), decimal.GetBits(decimal.Abs(amount.AsMoney.Amount)).ToArray());
}
