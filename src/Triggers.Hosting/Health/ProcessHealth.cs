using System.Globalization;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Health;

/// <summary>
/// Says whether a process is alive (restarting it would not help) and ready (it does its work), part by part. Only reads what others put up: it asks neither Kafka nor Redis. Thread-safe.
/// </summary>
/// <param name="phase">How far the process has come.</param>
/// <param name="pulses">Signs of life of the graphs.</param>
/// <param name="board">How the partitions are.</param>
/// <param name="stuckAfter">A graph that is silent for so long is stuck.</param>
public sealed class ProcessHealth(ServePhase phase, Pulses pulses, PartitionBoard board, TimeSpan stuckAfter)
{
    private static readonly TimeSpan KafkaSilenceMax = LagWatch.Interval * 4;

    private volatile MeasuredStateStore? _store;
    private volatile LagWatch? _lags;

    /// <summary>From here on the store is looked at.</summary>
    public void Watch(MeasuredStateStore store) => _store = store;

    /// <summary>From here on Kafka's answers are looked at.</summary>
    public void Watch(LagWatch lags) => _lags = lags;

    /// <summary>Alive: no graph stands still.</summary>
    public HealthReport Live() => new([Turning(Graph.Ingest), Turning(Graph.Triggers)]);

    /// <summary>Ready: started, Kafka and Redis answer, both graphs turn, every partition runs.</summary>
    public HealthReport Ready() => new([Started(), Kafka(), Redis(), Turning(Graph.Ingest), Turning(Graph.Triggers), Partitions()]);

    private HealthPart Started() => phase.Busy is { } busy ? new("start", false, busy) : new("start", true, "serving");

    private HealthPart Kafka() => _lags?.Silence switch
    {
        null => new("kafka", false, "has not answered yet"),
        { } silence when silence > KafkaSilenceMax => new("kafka", false, $"has not answered for {Seconds(silence)}"),
        _ => new("kafka", true, "answers"),
    };

    private HealthPart Redis() =>
        _store is not { } store ? new("redis", false, "is not connected yet")
        : store.Failing is { } failing ? new("redis", false, $"has not answered for {Seconds(failing)}")
        : new("redis", true, "answers");

    private HealthPart Turning(Graph graph)
    {
        var name = graph.ToString().ToLowerInvariant();
        return pulses.Silence(graph) switch
        {
            null => new(name, true, "does not run"),
            { } silence when silence > stuckAfter => new(name, false, $"has not begun a turn for {Seconds(silence)}"),
            _ => new(name, true, "turns"),
        };
    }

    private HealthPart Partitions()
    {
        if (!board.HasShare)
        {
            return new("partitions", false, "waits for its share of the partitions");
        }

        var readings = board.Readings;
        var running = readings.Count(reading => reading.Phase == PartitionPhase.Running);
        var stopped = string.Concat(readings.Where(reading => reading.Stopped is not null).Select(reading => $"; {reading.Partition} is stopped: {reading.Stopped}"));
        return new("partitions", running == readings.Count, string.Create(CultureInfo.InvariantCulture, $"{running} of {readings.Count} run{stopped}"));
    }

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s");
}
