using BenchmarkDotNet.Attributes;
using System.Text.Json;
using Triggers.Load;
using Triggers.Runtime.Ingest;

namespace Triggers.Benchmarks;

/// <summary>Source JSON → event, for one event; the token reader on the same bytes beside it.</summary>
[MemoryDiagnoser]
public class DecodeBenchmarks
{
    private readonly SourceDecoder _decoder = LoadSample.Decoder();
    private readonly LoadEvents _unused = LoadSample.Events("view");
    private readonly LoadEvents _used = LoadSample.Events("add_to_cart");

    /// <summary>What reading tokens alone costs.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = LoadSample.Count)]
    public int Tokens()
    {
        var tokens = 0;
        for (var i = 0; i < LoadSample.Count; i++)
        {
            var reader = new Utf8JsonReader(_used[i]);
            while (reader.Read())
            {
                tokens++;
            }
        }

        return tokens;
    }

    /// <summary>Of a type that no rule uses.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int UnusedType() => Decode(_unused);

    /// <summary>Of a type that a rule uses.</summary>
    [Benchmark(OperationsPerInvoke = LoadSample.Count)]
    public int UsedType() => Decode(_used);

    private int Decode(LoadEvents events)
    {
        var decoded = 0;
        for (var i = 0; i < LoadSample.Count; i++)
        {
            decoded += _decoder.Decode(LoadSample.Place(i), events[i], []) == DecodedKind.Event ? 1 : 0;
        }

        return decoded;
    }
}
