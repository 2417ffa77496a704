using System.Text;
using System.Text.Json;
using Triggers.Engine.Intake;
using Xunit;

namespace Triggers.Tests.Engine.Intake;

/// <summary>The scan for the ends of values, held against the JSON reader: what it takes the reader takes, and up to the same place.</summary>
public sealed class JsonScanTests
{
    private const int LongestTried = 40;

    private static readonly string[] Numbers =
    [
        "0", "-0", "7", "-7", "10", "0.5", "-0.05", "12.50", "1e2", "1E+2", "1.5e-3", "12345678", "-12345678", "123456789.0", "1234567.8", "9223372036854775807", "0e999",
    ];

    private static readonly string[] NotNumbers = ["", "-", "00", "01", "-01", "1.", ".5", "+1", "1.e2", "1e", "1e+", "-.5", "x", "/1", ":1"];

    [Fact]
    public void A_number_ends_where_the_json_reader_says_however_much_follows()
    {
        foreach (var number in Numbers)
        {
            for (var follows = 1; follows < LongestTried; follows++)
            {
                var json = Encoding.UTF8.GetBytes($"[{number},{new string('1', follows - 1)}");
                Assert.Equal((number, number.Length + 1), (number, JsonScan.EndOfNumber(json, 1)));
            }

            Assert.Equal((number, number.Length), (number, JsonScan.EndOfNumber(Encoding.UTF8.GetBytes(number), 0)));
        }
    }

    [Fact]
    public void What_is_no_number_has_no_end_however_much_follows()
    {
        foreach (var text in NotNumbers)
        {
            Assert.Equal((text, -1), (text, JsonScan.EndOfNumber(Encoding.UTF8.GetBytes(text), 0)));
            Assert.Equal((text, -1), (text, JsonScan.EndOfNumber(Encoding.UTF8.GetBytes(text + ",\"next\":12345678"), 0)));
        }
    }

    [Fact]
    public void Digits_of_every_count_are_passed_whole()
    {
        for (var count = 1; count < LongestTried; count++)
        {
            var digits = new string('9', count);
            Assert.Equal(count, JsonScan.EndOfNumber(Encoding.UTF8.GetBytes(digits + "}"), 0));
            Assert.Equal(count + 2, JsonScan.EndOfNumber(Encoding.UTF8.GetBytes("0." + digits + "}"), 0));
        }
    }

    [Fact]
    public void Every_byte_that_is_no_digit_ends_a_number()
    {
        for (var next = 0; next <= byte.MaxValue; next++)
        {
            byte[] json = [(byte)'4', (byte)'2', (byte)next, .. "12345678"u8];
            var expected = next is '.' or 'e' or 'E' or (>= '0' and <= '9') ? json.Length : 2;
            Assert.Equal((next, expected), (next, JsonScan.EndOfNumber(json, 0)));
        }
    }

    [Theory]
    [InlineData("120", NumberForm.Whole)]
    [InlineData("-3", NumberForm.Whole)]
    [InlineData("1.20", NumberForm.Decimal)]
    [InlineData("1e3", NumberForm.Exponential)]
    [InlineData("1.5E3", NumberForm.Exponential)]
    public void It_says_how_a_number_is_written(string number, NumberForm expected)
    {
        JsonScan.EndOfNumber(Encoding.UTF8.GetBytes(number), 0, out var form);

        Assert.Equal(expected, form);
    }

    [Theory]
    [InlineData("a", 1)]
    [InlineData("0123456789abcdef", 16)]
    [InlineData("0123456789abcdef0123456789abcdef0", 33)]
    [InlineData("", 0)]
    [InlineData("a\\n", -1)]
    [InlineData("0123456789abcdef\t", -1)]
    public void A_text_ends_at_its_quote_unless_a_json_reader_must_look(string text, int expected)
    {
        Assert.Equal(expected, JsonScan.EndOfText(Encoding.UTF8.GetBytes(text + "\",\"next\":1}"), 0));
        Assert.Equal(expected, JsonScan.EndOfText(Encoding.UTF8.GetBytes(text + "\""), 0));
    }

    [Fact]
    public void The_numbers_of_these_tests_are_what_the_json_reader_takes()
    {
        Assert.All(Numbers, number => Assert.Equal(JsonTokenType.Number, TokenOf(number)));
        Assert.All(NotNumbers, text => Assert.Null(TokenOf(text)));
    }

    private static JsonTokenType? TokenOf(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            return reader.Read() ? reader.TokenType : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
