using Triggers.Language.Functions;
using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Language.Functions;

public sealed class MoneyArithmeticTests
{
    [Theory]
    [InlineData("0.1", "0.2", "0.3 EUR")]
    [InlineData("999999999999999999", "-1", "999999999999999998 EUR")]
    [InlineData("999999999999999999", "1", "error: money out of range: at most 18 digits")]
    [InlineData("0.000000000000000001", "1", "1.00000000000000000 EUR")]
    [InlineData("99999999999999999.9", "0.06", "100000000000000000 EUR")]
    public void A_sum_is_exact_up_to_18_digits(string left, string right, string expected) =>
        Assert.Equal(expected, MoneyArithmetic.Add(Euro(left), Euro(right)).ToString());

    [Theory]
    [InlineData("80.10", "1.1", "88.110 EUR")]
    [InlineData("0.10", "0.0000000000000000001", "0.000000000000000000 EUR")]
    [InlineData("12.34", "0.123456789012345678", "1.52345677641234567 EUR")]
    [InlineData("999999999999999999", "79228162514264337593543950335", "error: money out of range: at most 18 digits")]
    [InlineData("-5", "-3", "15 EUR")]
    public void A_product_is_rounded_where_18_digits_end(string amount, string factor, string expected) =>
        Assert.Equal(expected, MoneyArithmetic.Multiply(Euro(amount), decimal.Parse(factor)).ToString());

    [Theory]
    [InlineData("10", 3, "3.333333 EUR")]
    [InlineData("0.0000005", 1, "0.000000 EUR")]
    [InlineData("0.0000015", 1, "0.000002 EUR")]
    [InlineData("-10", 4, "-2.5 EUR")]
    [InlineData("1", long.MinValue, "0.000000 EUR")]
    [InlineData("1", 0, "error: divide by zero")]
    public void A_quotient_is_rounded_half_to_even_to_six_places(string amount, long divisor, string expected) =>
        Assert.Equal(expected, MoneyArithmetic.Divide(Euro(amount), divisor).ToString());

    private static Money Euro(string amount) => new(decimal.Parse(amount), "EUR");
}
