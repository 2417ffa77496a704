using Triggers.Language.Evaluation;
using Triggers.Language.Functions;
using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Language.Functions;

public sealed class OrderingTests
{
    private static readonly Value[] Ascending =
    [
        Value.Of(double.NegativeInfinity), Value.Of(long.MinValue), Value.Of(-1.5), Value.Of(-1), Value.Of(0u), Value.Of(0.5), Value.Of(new Money(0.75m, "EUR")),
        Value.Of(1), Value.Of(2u), Value.Of(2.5), Value.Of(new Money(12.1m, "EUR")), Value.Of(1e15), Value.Of(ulong.MaxValue), Value.Of(double.PositiveInfinity),
    ];

    [Fact]
    public void Numbers_of_all_kinds_have_one_order()
    {
        for (var left = 0; left < Ascending.Length; left++)
        {
            for (var right = 0; right < Ascending.Length; right++)
            {
                Assert.True(
                    Ordering.Compare(Ascending[left], Ascending[right]) == left.CompareTo(right),
                    $"{Ascending[left]} and {Ascending[right]} are in the wrong order");
            }
        }
    }

    [Fact]
    public void Equality_agrees_with_the_order_and_knows_values_without_one()
    {
        Value[] others = [Value.Null, Value.True, Value.Of("1"), Value.Of([1]), Value.OfList([Value.Of(1)]), Value.OfTimestamp(1), Value.OfDuration(1), Value.Of(DataType.Int)];
        var all = Ascending.Concat(others).ToArray();
        var frame = new EvaluationFrame();

        var equal = from left in Enumerable.Range(0, all.Length) from right in Enumerable.Range(0, all.Length) where Equality.Equal(frame, all[left], all[right]).IsTrue select (left, right);

        Assert.Equal(Enumerable.Range(0, all.Length).Select(i => (i, i)), equal);
    }

    [Theory]
    [InlineData(double.NaN, 1.0)]
    [InlineData(double.NaN, double.NaN)]
    public void Not_a_number_has_no_order(double left, double right) => Assert.Equal(Ordering.Unordered, Ordering.Compare(Value.Of(left), Value.Of(right)));

    [Theory]
    [InlineData("", "a", -1)]
    [InlineData("a", "ab", -1)]
    [InlineData("Z", "a", -1)]
    [InlineData("\uffff", "\U0001F600", -1)]
    [InlineData("\U0001F600", "\U0001F601", -1)]
    [InlineData("é", "é", 0)]
    public void Texts_are_ordered_by_code_point(string left, string right, int expected)
    {
        Assert.Equal(expected, Ordering.Texts(left, right));
        Assert.Equal(-expected, Ordering.Texts(right, left));
    }
}
