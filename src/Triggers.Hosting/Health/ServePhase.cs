namespace Triggers.Hosting.Health;

/// <summary>How far a process has come: set by the thread that serves, read by whoever asks for health.</summary>
public sealed class ServePhase
{
    private volatile string? _busy = "starting";

    /// <summary>What it does before, or after, it serves: <c>connecting to Redis</c>; null: it serves.</summary>
    public string? Busy => _busy;

    /// <summary>It does something else than serve.</summary>
    public void Do(string what) => _busy = what;

    /// <summary>It serves from here on.</summary>
    public void Serve() => _busy = null;
}
