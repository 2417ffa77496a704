using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Model.Values;
using Xunit;

namespace Triggers.Tests.Language.Evaluation;

/// <summary>One cart and one customer, and what expressions about them give.</summary>
internal static class Sample
{
    public static readonly RecordType Item = Record(
        "item", ("sku", DataType.String, false), ("category", DataType.String, false), ("quantity", DataType.Int, false), ("price", DataType.Money, false));

    public static readonly RecordType Cart = Record(
        "cart.updated",
        ("id", DataType.String, false),
        ("time", DataType.Timestamp, false),
        ("cart", DataType.String, false),
        ("value", DataType.Money, false),
        ("items", DataType.List(DataType.Of(Item)), false),
        ("coupon", DataType.String, true),
        ("followers", DataType.Int, false),
        ("sentiment", DataType.Double, false),
        ("labels", DataType.Map(DataType.String, DataType.Int), false));

    public static readonly RecordType Customer = Record(
        "customer", ("id", DataType.String, false), ("stage", DataType.String, true), ("orders", DataType.Int, false), ("spend", DataType.Money, false));

    public static readonly IReadOnlyList<Variable> Variables =
    [
        new("event", EvaluationFrame.Event, DataType.Of(Cart)),
        new("customer", EvaluationFrame.Customer, DataType.Of(Customer)),
    ];

    /// <summary>A cart of 80.10 EUR with two items and no coupon, of a customer with 3 orders and no stage.</summary>
    public static EvaluationFrame Frame(int stepBudget = EvaluationFrame.DefaultStepBudget)
    {
        var frame = new EvaluationFrame { StepBudget = stepBudget };
        frame[EvaluationFrame.Event] = Value.Of(new ArrayRecord(Cart,
        [
            Value.Of("e1"), Value.OfTimestamp(1_795_341_600), Value.Of("k1"), Euro(80.10m),
            Value.OfList([Bought("F1", "formula", 2, 30.05m), Bought("D7", "diapers", 1, 20m)]),
            Value.Absent, Value.Of(1200), Value.Of(0.25), Value.OfMap(new Dictionary<Value, Value> { [Value.Of("gold")] = Value.Of(3) }),
        ]));
        frame[EvaluationFrame.Customer] = Value.Of(new ArrayRecord(Customer, [Value.Of("c1"), Value.Absent, Value.Of(3), Euro(2000m)]));
        return frame;
    }

    public static Value Euro(decimal amount) => Value.Of(new Money(amount, "EUR"));

    public static CompiledExpression Compile(string expression, DataType? expected = null, IReadOnlyList<Variable>? variables = null)
    {
        var diagnostics = new DiagnosticBag();
        var compiled = CompiledExpression.Compile(Text(expression), variables ?? Variables, expected, diagnostics);
        Assert.Equal("", DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
        return compiled!;
    }

    public static string Evaluate(string expression) => Compile(expression).Evaluate(Frame()).ToString();

    public static string Mistakes(string expression, DataType? expected = null)
    {
        var diagnostics = new DiagnosticBag();
        CompiledExpression.Compile(Text(expression), Variables, expected, diagnostics);
        return DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text);
    }

    public static EmbeddedText Text(string expression) => EmbeddedText.Whole(new SourceText("expression", expression));

    private static Value Bought(string sku, string category, long quantity, decimal price) =>
        Value.Of(new ArrayRecord(Item, [Value.Of(sku), Value.Of(category), Value.Of(quantity), Euro(price)]));

    private static RecordType Record(string name, params (string Name, DataType Type, bool Optional)[] fields) =>
        new(name, [.. fields.Select((field, ordinal) => new FieldDefinition(field.Name, ordinal, field.Type, field.Optional))]);
}
