using Triggers.Language.Evaluation;
using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Language.Evaluation;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("event.value >= 50")]
    [InlineData("event.value == 80.1 && event.value < customer.spend")]
    [InlineData("event.value + customer.spend * 2 > 12.1")]
    [InlineData("event.followers * 3 - 4 > customer.orders && event.sentiment < 0.5 || event.followers % 2 == 0")]
    [InlineData("event.cart == \"k1\" && event.cart in [\"k0\", \"k1\"] && event.cart.startsWith(\"k\")")]
    [InlineData("has(event.coupon) ? event.coupon == \"X\" : customer.stage == \"lost\"")]
    [InlineData("event.items.exists(item, item.category == \"diapers\" && item.price >= 20)")]
    [InlineData("event.time + duration(\"30m\") > timestamp(\"2026-11-22T10:00:00Z\")")]
    [InlineData("event.items[0].quantity == 2 && \"gold\" in event.labels")]
    public void Evaluating_numbers_comparisons_and_fields_allocates_nothing(string expression)
    {
        var frame = Sample.Frame();
        var compiled = Sample.Compile(expression);
        Run(compiled, frame, 200);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(compiled, frame, 1_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(CompiledExpression compiled, EvaluationFrame frame, int times)
    {
        for (var i = 0; i < times; i++)
        {
            if (compiled.Evaluate(frame).Kind == ValueKind.Absent)
            {
                throw new InvalidOperationException("An expression is never absent.");
            }
        }
    }
}
