using BenchmarkDotNet.Attributes;
using Triggers.Engine;
using Triggers.Engine.State;

namespace Triggers.Benchmarks;

/// <summary>State ↔ blob, for one customer with a waiting run and as many event ids as are remembered.</summary>
[MemoryDiagnoser]
public class StateBenchmarks
{
    private readonly CustomerState _state = Used();
    private readonly byte[] _blob = StateCodec.Encode(Used());

    /// <summary>State → blob.</summary>
    [Benchmark]
    public int Encode() => StateCodec.Encode(_state).Length;

    /// <summary>Blob → state.</summary>
    [Benchmark]
    public CustomerState Decode() => StateCodec.Decode(_state.Customer, _blob);

    /// <summary>Blob → its first deadline, as a take-over reads it.</summary>
    [Benchmark]
    public long DeadlineOnly() => StateCodec.NextDeadlineOf(_blob).UnixMilliseconds;

    private static CustomerState Used()
    {
        var events = LoadSample.Decoded("add_to_cart");
        var state = new CustomerState(events[0].Customer);
        var engine = new CustomerEngine(LoadSample.Cart);
        foreach (var one in events)
        {
            engine.Step(state, new(one, one.Time, 0), new());
        }

        return state;
    }
}
