using NodaTime;
using Triggers.Language.Evaluation;
using Triggers.Language.Templates;
using Triggers.Language.Text;
using Triggers.Model.Values;

namespace Triggers.Tests.Language.Templates;

/// <summary>Compiles and renders templates over one customer and one event.</summary>
internal static class Letter
{
    public static readonly RecordType Item = new("item", [new("sku", 0, DataType.String, false), new("price", 1, DataType.Money, false)]);

    public static readonly RecordType Customer = new("customer",
    [
        new("id", 0, DataType.String, false), new("first_name", 1, DataType.String, true), new("points", 2, DataType.Int, true),
        new("member_since", 3, DataType.Timestamp, true), new("skus", 4, DataType.List(DataType.String), true), new("score", 5, DataType.Double, true),
    ]);

    public static readonly RecordType Cart = new("cart.updated",
        [new("id", 0, DataType.String, false), new("value", 1, DataType.Money, false), new("item", 2, DataType.Of(Item), false), new("gift", 3, DataType.Bool, false)]);

    public static readonly IReadOnlyList<Variable> Variables =
        [new("customer", EvaluationFrame.Customer, DataType.Of(Customer)), new("event", EvaluationFrame.Event, DataType.Of(Cart))];

    /// <summary>The frame of a customer without a value but the id, unless given; the event has a value of 1,234.5 EUR.</summary>
    public static EvaluationFrame Frame(params (string Field, Value Value)[] customer)
    {
        var values = Customer.Fields.Select(f => f.Name == "id" ? Value.Of("4711") : customer.FirstOrDefault(c => c.Field == f.Name).Value).ToArray();
        var frame = new EvaluationFrame();
        frame[EvaluationFrame.Customer] = Value.Of(new ArrayRecord(Customer, values));
        var item = new ArrayRecord(Item, [Value.Of("a-1"), Value.Of(new Money(9.9m, "EUR"))]);
        frame[EvaluationFrame.Event] = Value.Of(new ArrayRecord(Cart, [Value.Of("e1"), Value.Of(new Money(1234.5m, "EUR")), Value.Of(item), Value.True]));
        return frame;
    }

    public static Template Compile(string text, string locale = "en", TemplateFormat format = TemplateFormat.Text, int longest = 1_000)
    {
        var diagnostics = new DiagnosticBag();
        return Template.Compile(EmbeddedText.Whole(new("letter", text)), Variables, new(format, locale, longest), diagnostics)
            ?? throw new ArgumentException(DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
    }

    public static string Mistakes(string text, int longest = 1_000)
    {
        var diagnostics = new DiagnosticBag();
        Template.Compile(EmbeddedText.Whole(new("letter", text)), Variables, new(TemplateFormat.Text, "en", longest), diagnostics);
        return DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text);
    }

    public static string Render(string text, string locale, params (string Field, Value Value)[] customer)
    {
        var result = Compile(text, locale).Render(Frame(customer), DateTimeZone.Utc);
        return result.Text ?? "refused: " + result.Refusal;
    }
}
