namespace Triggers.Runtime.Telemetry;

/// <summary>When each graph last began a turn: one that stands still is stuck. Thread-safe.</summary>
public sealed class Pulses(TimeProvider time)
{
    private readonly long[] _beats = new long[Enum.GetValues<Graph>().Length];

    /// <summary>The graph's thread begins a turn.</summary>
    public void Beat(Graph graph) => Volatile.Write(ref _beats[(int)graph], time.GetTimestamp());

    /// <summary>Time since the last turn began; null: the graph has not started yet, or has ended.</summary>
    public TimeSpan? Silence(Graph graph) => Volatile.Read(ref _beats[(int)graph]) is var beat and not 0 ? time.GetElapsedTime(beat) : null;

    /// <summary>The graph has ended in good order: its silence means nothing any more.</summary>
    public void End(Graph graph) => Volatile.Write(ref _beats[(int)graph], 0);
}
