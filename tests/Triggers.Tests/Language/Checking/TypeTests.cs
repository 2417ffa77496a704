using Triggers.Language.Evaluation;
using Triggers.Model.Values;
using Triggers.Tests.Language.Evaluation;
using Xunit;

namespace Triggers.Tests.Language.Checking;

public sealed class TypeTests
{
    [Theory]
    [InlineData("event.value", "money")]
    [InlineData("event.value * 2", "money")]
    [InlineData("event.time - event.time", "duration")]
    [InlineData("event.items", "list(item)")]
    [InlineData("event.items[0].sku", "string")]
    [InlineData("event.items.map(i, i.price)", "list(money)")]
    [InlineData("event.items.filter(i, true).map(i, {i.sku: i.quantity})", "list(map(string, int))")]
    [InlineData("event.labels", "map(string, int)")]
    [InlineData("event.labels.map(key, event.labels[key])", "list(int)")]
    [InlineData("[1, 2.5]", "list(dyn)")]
    [InlineData("[[], [1], []]", "list(list(int))")]
    [InlineData("[]", "list(dyn)")]
    [InlineData("{}", "map(dyn, dyn)")]
    [InlineData("[] + [\"a\"]", "list(string)")]
    [InlineData("[].map(x, x)[0]", "dyn")]
    [InlineData("true ? [] : [1u]", "list(uint)")]
    [InlineData("dyn(1) + 1", "int")]
    [InlineData("dyn(1) + dyn(1)", "dyn")]
    [InlineData("dyn(1) < dyn(1)", "bool")]
    [InlineData("dyn([1])[0]", "dyn")]
    [InlineData("dyn(event).value", "dyn")]
    [InlineData("type(1)", "type")]
    [InlineData("null", "null_type")]
    [InlineData("-event.sentiment", "double")]
    public void Every_expression_has_the_most_exact_type_that_is_known(string expression, string expected) =>
        Assert.Equal(expected, Sample.Compile(expression).Type.ToString());

    [Fact]
    public void A_variable_may_have_dots_and_the_longest_name_wins()
    {
        Variable[] variables = [new("a", 2, DataType.Map(DataType.String, DataType.Int)), new("a.b", 3, DataType.String), new("a.b.c", 4, DataType.Bool)];

        Assert.Equal(
            "bool int string",
            string.Join(" ", new[] { "a.b.c", "a.x", "a.b" }.Select(name => Sample.Compile(name, null, variables).Type)));
    }
}
