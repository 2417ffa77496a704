using System.Globalization;
using System.Text;
using Triggers.Model.Customers;
using Xunit;

namespace Triggers.Tests.Contracts;

public sealed class CustomerKeyTests
{
    [Fact]
    public void Text_and_bytes_are_those_of_the_number_of_128_bits_and_give_the_key_again()
    {
        var random = new Random(3);
        for (var round = 0; round < 1_000; round++)
        {
            var number = new UInt128((ulong)random.NextInt64() >> random.Next(64), (ulong)random.NextInt64() << random.Next(64));
            var key = new CustomerKey((ulong)(number >> 64), (ulong)number);
            var (text, bytes, digits) = (key.ToString(), new byte[CustomerKey.ByteLength], new byte[CustomerKey.TextLength]);
            key.Write(bytes);
            key.WriteText(digits);

            Assert.Equal(number.ToString("x32", CultureInfo.InvariantCulture), text);
            Assert.Equal(text, Encoding.ASCII.GetString(digits));
            Assert.Equal(text, Convert.ToHexStringLower(bytes));
            Assert.Equal(key, CustomerKey.Read(bytes));
            Assert.True(CustomerKey.TryParse(digits, out var parsed));
            Assert.Equal(key, parsed);
        }
    }

    [Fact]
    public void Keys_are_ordered_as_unsigned_numbers()
    {
        CustomerKey[] ascending = [default, new(0, 1), new(0, ulong.MaxValue), new(1, 0), new(1UL << 63, 0), new(ulong.MaxValue, ulong.MaxValue)];

        Assert.Equal(ascending, ascending.Reverse().Order());
        Assert.True(ascending[2] < ascending[3] && ascending[3] > ascending[2] && ascending[4] >= ascending[3] && ascending[3] <= ascending[3]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789abcdefg123456789abcdef")]
    [InlineData(" 123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcde-0123456789abcdef")]
    public void Anything_but_32_hexadecimal_digits_is_no_key(string text) => Assert.False(CustomerKey.TryParse(Encoding.ASCII.GetBytes(text), out _));
}
