using Triggers.Model.Values;
using Triggers.Tests.Language.Evaluation;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Tests.Language.Checking;

/// <summary>The approved texts are to be read as a marketer would: every one says what to do.</summary>
public sealed class MistakeTests
{
    [Fact]
    public void Every_mistake_of_form_says_what_to_do() => Verify(
        "syntax-mistakes",
        "",
        "event.value >= ",
        "event.value > 50 and customer.orders > 1",
        "event.value = 50",
        "event.value > 50 & true",
        "event.cart == “k1”",
        "event.cart == \"k1",
        "event.cart == \"k\\q\"",
        "event.time > 30m",
        "event.value > $50",
        "event.followers > 99999999999999999999",
        "event.followers > 18446744073709551616u",
        "(event.value > 50",
        "event.items[0",
        "[1, 2",
        "{\"a\" 1}",
        "size(event.items,)",
        "event.value > 50 ? 1",
        "event.value > 50)",
        "event.`coupon",
        "event.",
        "if == 1",
        "has(event)",
        "event.items.exists(item.price, true)",
        "true ? : 1",
        new string('(', 70) + "1" + new string(')', 70),
        string.Join(" + ", Enumerable.Repeat("1", 70)),
        "[" + string.Join(", ", Enumerable.Repeat("1", 2_001)) + "]",
        "\"" + new string('x', 70_000) + "\"");

    [Fact]
    public void Every_mistake_of_meaning_says_what_to_do() => Verify(
        "meaning-mistakes",
        "evnt.value > 50",
        "sku == \"F1\"",
        "event.valeu > 50",
        "event.colour == \"red\"",
        "event.items.price > 10",
        "event.value.amount > 10",
        "event.cart.length > 3",
        "event.cart.startWith(\"k\")",
        "lower(event.cart) == \"k1\"",
        "startsWith(event.cart, \"k\")",
        "event.cart.startsWith(1)",
        "event.items.exists(item)",
        "event.has(coupon)",
        "event.value == \"50\"",
        "event.cart > 50",
        "event.cart == 50",
        "event.sentiment == 1",
        "event.sentiment * event.followers > 1.0",
        "\"cart \" + event.value == \"\"",
        "event.value + 5 > 10",
        "event.value * event.value > 10",
        "event.coupon == null",
        "\"k\" in event.cart",
        "\"k\" in [1, 2]",
        "event.time > \"2026-01-01T00:00:00Z\"",
        "event.time - event.time > \"1h\"",
        "-event.cart == \"\"",
        "event.value && event.followers > 3",
        "!event.cart",
        "event.items.all(item, item.sku)",
        "event.cart ? 1 : 2",
        "event.value > 50 ? 1 : \"no\"",
        "event.value.exists(x, true)",
        "item{sku: \"F1\"}.sku == \"F1\"",
        "event.items[\"a\"].sku == \"F1\"",
        "event.labels[1] == 1",
        "event.cart[0] == \"k\"",
        "{1.5: 2}.size() == 1",
        "event.cart.matches(\"(\")",
        "event.cart.matches(\"(a)\\\\1\")",
        "event.cart.matches(\"(?=a)\")",
        "event.time.getHours(\"Europe/Berlln\") == 1",
        "event.time - event.time > duration(\"7d\")",
        "event.time > timestamp(\"2026-11-27\")",
        "event.items.all(i, event.items.all(j, event.items.all(k, i.sku != j.sku)))",
        "event.valeu > customer.ordres && event.cart > 5");

    [Fact]
    public void A_condition_must_be_true_or_false() =>
        Assert.Equal(
            """
            expression:1:1: error TR0228: `event.value` is money, not a condition.
              1 | event.value
                | ^^^^^^^^^^^
              Compare it, for instance event.value > 0.


            """.ReplaceLineEndings("\n"),
            Sample.Mistakes("event.value", DataType.Bool));

    [Fact]
    public void A_key_must_have_the_type_that_is_needed() =>
        Assert.Equal(
            """
            expression:1:1: error TR0229: This gives money, but a text (string) is needed here.
              1 | event.value
                | ^^^^^^^^^^^
              Write an expression that gives a text (string).


            """.ReplaceLineEndings("\n"),
            Sample.Mistakes("event.value", DataType.String));

    [Fact]
    public void A_value_of_any_type_is_accepted_where_a_condition_is_needed() => Assert.Equal("", Sample.Mistakes("dyn(event.cart)", DataType.Bool));

    private static void Verify(string name, params string[] expressions) =>
        ApprovedText.Verify(string.Concat(expressions.Select(e => Sample.Mistakes(e, DataType.Bool) is { Length: > 0 } text ? Cut(text) : $"{e}: no mistake!\n\n")), name);

    /// <summary>Long lines say nothing more.</summary>
    private static string Cut(string text) => string.Join("\n", text.Split('\n').Select(line => line.Length > 200 ? line[..200] + "…" : line));
}
