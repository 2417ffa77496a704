using BenchmarkDotNet.Attributes;
using Triggers.Engine.Timers;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Benchmarks;

/// <summary>The timers of a partition with 100,000 customers.</summary>
[MemoryDiagnoser]
public class TimerBenchmarks
{
    private const int Customers = 100_000;
    private const int Wait = 900_000;

    private readonly TimerWheel _wheel = new();
    private readonly List<(Timestamp Deadline, CustomerKey Customer)> _due = [];
    private long _now = 1_767_225_600_000;
    private int _next;

    /// <summary>Everybody waits.</summary>
    public TimerBenchmarks()
    {
        for (var i = 0; i < Customers; i++)
        {
            _wheel.Arm(Key(i), new(_now + Wait + i));
        }
    }

    /// <summary>A waiting customer's deadline moves later.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int ArmLater()
    {
        for (var i = 0; i < LoadSample.Count; i++)
        {
            _next = (_next + 1) % Customers;
            _now++;
            _wheel.Arm(Key(_next), new(_now + Wait));
        }

        return _wheel.Count;
    }

    /// <summary>A customer's timer comes up, fires, and waits again.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int FireAndArm()
    {
        for (var i = 0; i < LoadSample.Count; i++)
        {
            _due.Clear();
            _wheel.CollectDue(_wheel.Earliest, 1, _due);
            _wheel.Arm(_due[0].Customer, _due[0].Deadline + TimeSpan.FromMilliseconds(Wait));
        }

        return _due.Count;
    }

    private static CustomerKey Key(int number) => new(0, (uint)number * 0x9E3779B97F4A7C15UL);
}
