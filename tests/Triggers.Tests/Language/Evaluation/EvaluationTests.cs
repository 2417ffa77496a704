using Triggers.Language.Evaluation;
using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Language.Evaluation;

public sealed class EvaluationTests
{
    [Theory]
    [InlineData("event.value >= 50", "true")]
    [InlineData("event.value == 80.1", "true")]
    [InlineData("80.10 == event.value", "true")]
    [InlineData("event.value > 80.0999999999999999", "true")]
    [InlineData("50 > event.value", "false")]
    [InlineData("event.value != 80.11", "true")]
    [InlineData("event.value < customer.spend", "true")]
    [InlineData("dyn(event.value) >= 50", "true")]
    [InlineData("dyn(event.value) < 80.2", "true")]
    [InlineData("dyn(event.value) < 1e300", "true")]
    [InlineData("dyn(event.value) > 0.0 / 0.0", "false")]
    [InlineData("event.value + event.value", "160.20 EUR")]
    [InlineData("customer.spend - event.value", "1919.90 EUR")]
    [InlineData("event.value * 2", "160.20 EUR")]
    [InlineData("1.1 * event.value", "88.110 EUR")]
    [InlineData("event.value * event.sentiment", "20.0250 EUR")]
    [InlineData("event.value / 3", "26.70 EUR")]
    [InlineData("event.value / 7 * 7", "80.099999 EUR")]
    [InlineData("event.value / 0", "error: divide by zero")]
    [InlineData("event.value * 1000000000000000000", "error: money out of range: at most 18 digits")]
    [InlineData("-event.value", "-80.10 EUR")]
    [InlineData("string(event.value)", "\"80.10 EUR\"")]
    [InlineData("double(event.value)", "80.1")]
    [InlineData("currency(event.value)", "\"EUR\"")]
    [InlineData("type(event.value) == money", "true")]
    public void Money_is_exact_and_numbers_beside_it_are_read_as_written(string expression, string expected) =>
        Assert.Equal(expected, Sample.Evaluate(expression));

    [Theory]
    [InlineData("event.value + other")]
    [InlineData("event.value == other")]
    [InlineData("event.value < other")]
    public void Amounts_of_different_currencies_give_an_error(string expression)
    {
        var frame = Sample.Frame();
        frame[2] = Value.Of(new Money(1, "USD"));
        var compiled = Sample.Compile(expression, null, [.. Sample.Variables, new Variable("other", 2, DataType.Money)]);

        Assert.Equal("error: different currencies", compiled.Evaluate(frame).ToString());
    }

    [Theory]
    [InlineData("has(event.coupon)", "false")]
    [InlineData("has(event.cart)", "true")]
    [InlineData("has(event.labels.gold)", "true")]
    [InlineData("has(event.labels.silver)", "false")]
    [InlineData("event.coupon", "error: no such field: coupon")]
    [InlineData("event.coupon == \"X\"", "error: no such field: coupon")]
    [InlineData("event.coupon != \"X\"", "error: no such field: coupon")]
    [InlineData("has(event.coupon) && event.coupon == \"X\"", "false")]
    [InlineData("event.coupon == \"X\" || true", "true")]
    [InlineData("event.coupon == \"X\" && customer.orders > 100", "false")]
    [InlineData("has(event.coupon) ? event.coupon : \"none\"", "\"none\"")]
    [InlineData("event.labels.silver", "error: no such key: silver")]
    [InlineData("event.labels[\"silver\"]", "error: no such key")]
    [InlineData("event.items[2].sku", "error: index out of bounds")]
    public void An_absent_field_is_an_error_that_has_avoids(string expression, string expected) => Assert.Equal(expected, Sample.Evaluate(expression));

    [Theory]
    [InlineData("event.items.exists(item, item.category == \"formula\" && item.quantity >= 2)", "true")]
    [InlineData("event.items.all(i, i.price > 20)", "false")]
    [InlineData("event.items.exists_one(i, i.price == 20)", "true")]
    [InlineData("event.items.filter(i, i.price < 30).map(i, i.sku)", "[\"D7\"]")]
    [InlineData("event.items.map(i, i.quantity > 1, i.price * i.quantity)", "[60.10 EUR]")]
    [InlineData("event.items.map(i, event.items.map(j, j.sku + i.sku))", "[[\"F1F1\", \"D7F1\"], [\"F1D7\", \"D7D7\"]]")]
    [InlineData("event.labels.map(key, key + \"!\")", "[\"gold!\"]")]
    [InlineData("event.items.size() + size(event.labels)", "3")]
    [InlineData("\"k\" + string(event.followers) in [\"k1200\"]", "true")]
    [InlineData("event.items[0].sku in [\"A\", \"F1\"]", "true")]
    [InlineData("\"gold\" in event.labels", "true")]
    [InlineData("[1, 2, 3].exists(x, 1 / (x - 1) > 0)", "true")]
    [InlineData("[1, 2, 3].all(x, 1 / (x - 1) > 5)", "false")]
    [InlineData("[1, 2, 3].exists(x, 1 / (x - 1) > 5)", "error: divide by zero")]
    [InlineData("[1, 2, 3].map(x, 1 / (x - 1))", "error: divide by zero")]
    public void Macros_go_through_lists_and_the_keys_of_maps(string expression, string expected) => Assert.Equal(expected, Sample.Evaluate(expression));

    [Theory]
    [InlineData("event.cart.startsWith(\"k\")", "true")]
    [InlineData("event.cart.matches(\"^k[0-9]+$\")", "true")]
    [InlineData("matches(event.cart, \"K\")", "false")]
    [InlineData("\"a😀b\".size()", "3")]
    [InlineData("\"\\uffff\" < \"😀\"", "true")]
    [InlineData("string(1.0) + string(1.5e300) + string(-0.1)", "\"11.5e+300-0.1\"")]
    [InlineData("string(b\"\\xff\")", "error: invalid UTF-8 in bytes")]
    [InlineData("bytes(\"ä\") == b\"\\xc3\\xa4\"", "true")]
    [InlineData("int(\"12x\")", "error: type conversion error: \"12x\" is no int")]
    [InlineData("dyn(1) == 1u && dyn(1u) == 1.0 && dyn(1.0) == 1", "true")]
    [InlineData("event.followers > 1199.5", "true")]
    [InlineData("9223372036854775807 + 1", "error: return error for overflow: int")]
    [InlineData("-9223372036854775808 % -1", "error: return error for overflow: int")]
    public void Texts_and_numbers_follow_the_specification(string expression, string expected) => Assert.Equal(expected, Sample.Evaluate(expression));

    [Theory]
    [InlineData("event.time", "2026-11-22T10:00:00Z")]
    [InlineData("event.time.getHours(\"Europe/Berlin\")", "11")]
    [InlineData("event.time.getHours(\"America/New_York\")", "5")]
    [InlineData("event.time.getDayOfWeek()", "0")]
    [InlineData("event.time.getHours(\"+05:30\")", "15")]
    [InlineData("timestamp(\"2026-03-29T00:59:59Z\").getHours(\"Europe/Berlin\")", "1")]
    [InlineData("timestamp(\"2026-03-29T01:00:00Z\").getHours(\"Europe/Berlin\")", "3")]
    [InlineData("event.time.getHours(string(event.followers))", "error: unknown time zone")]
    [InlineData("event.time - timestamp(\"2026-11-21T10:00:00.5Z\")", "86399.5s")]
    [InlineData("event.time + duration(\"1h30m\")", "2026-11-22T11:30:00Z")]
    [InlineData("event.time > timestamp(\"2026-11-22T10:00:00+01:00\")", "true")]
    [InlineData("string(duration(\"-500ms\"))", "\"-0.5s\"")]
    [InlineData("duration(\"1.5h\").getMinutes()", "90")]
    [InlineData("duration(\"99999999999999999999999999h\")", "error: duration out of range: at most 292 years")]
    public void Times_know_zones_and_nanoseconds(string expression, string expected)
    {
        var compiled = ExpressionCompilerProbe.CompileAsSpecified(expression);

        Assert.Equal(expected, compiled.Evaluate(Sample.Frame()).ToString());
    }

    [Fact]
    public void A_variable_that_is_not_set_is_an_error()
    {
        var compiled = Sample.Compile("first.sku == \"F1\"", null, [new("first", 5, DataType.Of(Sample.Item))]);

        Assert.Equal("error: no such variable: first", compiled.Evaluate(new EvaluationFrame()).ToString());
    }

    [Fact]
    public void The_step_budget_ends_an_evaluation_with_an_error_and_starts_anew_with_the_next()
    {
        var frame = Sample.Frame(stepBudget: 20);
        var costly = Sample.Compile("event.items.all(i, event.items.all(j, i.sku != \"D\" + j.sku))");

        Assert.Equal("error: too many steps", costly.Evaluate(frame).ToString());
        Assert.Equal("true", Sample.Compile("event.items.all(i, i.sku != \"\")").Evaluate(frame).ToString());
    }

    [Theory]
    [InlineData("event.value >= 50 && event.coupon == \"\"", "0.value 0.coupon")]
    [InlineData("has(event.coupon) || customer.stage == \"lost\"", "0.coupon 1.stage")]
    [InlineData("event.items.exists(item, item.sku == customer.id)", "0.items 1.id")]
    [InlineData("1 + 1 == 2", "")]
    [InlineData("[customer].size() == 1", "1.id 1.stage 1.orders 1.spend")]
    public void The_fields_that_it_reads_are_known(string expression, string expected) =>
        Assert.Equal(expected, string.Join(" ", Sample.Compile(expression).Fields.Select(f => $"{f.Slot}.{f.Field.Name}")));

    [Theory]
    [InlineData("event.items.exists(item, item.sku == customer.id)", "sku")]
    [InlineData("event.items.exists(i, i.quantity > 0) && event.items.all(i, i.category != \"\")", "quantity category")]
    [InlineData("event.items.map(i, i.price).size() > 0", "price")]
    [InlineData("event.items.exists(i, event.items.exists_one(j, i.sku == j.category))", "sku category")]
    [InlineData("event.items.filter(i, i.quantity > 1).exists(i, i.sku == \"F1\")", "sku category quantity price")]
    [InlineData("event.items.exists(i, [i].size() == 1)", "sku category quantity price")]
    [InlineData("event.items[0].sku == \"F1\"", "sku category quantity price")]
    [InlineData("[event].size() == 1", "sku category quantity price")]
    [InlineData("event.value >= 50", "")]
    public void The_fields_that_it_reads_of_records_in_lists_are_known(string expression, string expected) =>
        Assert.Equal(expected, string.Join(" ", Sample.Compile(expression).ElementFields));
}
