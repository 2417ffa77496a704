using BenchmarkDotNet.Attributes;
using Triggers.Engine;
using Triggers.Engine.State;
using Triggers.Load;
using Triggers.Model.Events;

namespace Triggers.Benchmarks;

/// <summary>One event through the engine, the customer's state at hand; a new customer for each thousand.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private readonly CustomerEvent[] _events = LoadSample.Decoded("add_to_cart");
    private readonly StepOutput _output = new();
    private readonly CustomerEngine _never = new(LoadWorkspace.Compile(LoadWorkspace.With(
    [
        new("triggers/never.yaml", """
            trigger: never
            label: A category that is not sold
            when:
              start: add_to_cart
              where: event.category == 999
            send: { purpose: offer, priority: 50, offer: cart, channels: [push] }
            """),
    ])));

    private readonly CustomerEngine _cart = new(LoadSample.Cart);

    /// <summary>A rule starts with the type, and its condition does not hold.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int WithoutMatch() => Step(_never);

    /// <summary>The workload <c>cart</c>: each event begins the wait again.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int Restart() => Step(_cart);

    private int Step(CustomerEngine engine)
    {
        var (state, fired) = (new CustomerState(_events[0].Customer), 0);
        foreach (var one in _events)
        {
            fired += engine.Step(state, new(one, one.Time, 0), _output);
            _output.Clear();
        }

        return fired;
    }
}
