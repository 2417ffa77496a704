using BenchmarkDotNet.Attributes;
using Triggers.Engine.Intake;
using Triggers.Load.Allocations;
using Triggers.Model.Customers;
using Triggers.Runtime.Rulesets;

namespace Triggers.Benchmarks;

/// <summary>A record of the log → event, for one event.</summary>
[MemoryDiagnoser]
public class CanonicalBenchmarks
{
    private readonly EventReader _reader = new Ruleset(LoadSample.Cart).Reader;
    private readonly (CustomerKey Customer, byte[] Json)[] _unused = AllocationPaths.Canonical(LoadSample.Cart, LoadSample.Events("view"));
    private readonly (CustomerKey Customer, byte[] Json)[] _used = AllocationPaths.Canonical(LoadSample.Cart, LoadSample.Events("add_to_cart"));

    /// <summary>Of a type that no rule uses: nothing behind the type is read.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int UnusedType() => Read(_unused);

    /// <summary>Of a type that a rule uses.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int UsedType() => Read(_used);

    private int Read((CustomerKey Customer, byte[] Json)[] records)
    {
        var read = 0;
        foreach (var (customer, json) in records)
        {
            read += _reader.Read(customer, json) == EventReading.Read ? 1 : 0;
        }

        return read;
    }
}
