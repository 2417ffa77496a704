using BenchmarkDotNet.Attributes;
using Triggers.Language.Evaluation;
using Triggers.Language.Text;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Benchmarks;

/// <summary>One evaluation of a condition over an event.</summary>
[MemoryDiagnoser]
public class ConditionBenchmarks
{
    private readonly CustomerEvent[] _events = LoadSample.Decoded("view");
    private readonly EvaluationFrame _frame = new();
    private readonly CompiledExpression _category = Compile("event.category == 7");
    private readonly CompiledExpression _categoryAndAmount = Compile("event.category >= 0 && event.amount > 120");
    private readonly CompiledExpression _list = Compile("event.country in [\"DE\", \"FR\", \"AT\"] || event.device.startsWith(\"tab\")");

    /// <summary>A number against a literal.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int OneComparison() => Evaluate(_category);

    /// <summary>A number and an amount, both of which are looked at.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int NumberAndMoney() => Evaluate(_categoryAndAmount);

    /// <summary>Texts: a list, and a function.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int Texts() => Evaluate(_list);

    private int Evaluate(CompiledExpression condition)
    {
        var held = 0;
        foreach (var one in _events)
        {
            _frame[EvaluationFrame.Event] = Value.Of(one);
            held += condition.Evaluate(_frame).IsTrue ? 1 : 0;
        }

        return held;
    }

    private static CompiledExpression Compile(string text)
    {
        var view = LoadSample.Cart.Catalogue.Find("view")!;
        var diagnostics = new DiagnosticBag();
        return CompiledExpression.Compile(
            EmbeddedText.Whole(new("condition", text)), [new("event", EvaluationFrame.Event, DataType.Of(view.Record))], DataType.Bool, diagnostics) ??
            throw new InvalidOperationException(DiagnosticText.Write(diagnostics.Sorted(), DiagnosticFormat.Text));
    }
}
