namespace Triggers.Runtime.Telemetry;

/// <summary>The two graphs of a process, each on a thread of its own. The name in lower case is the label <c>graph</c>.</summary>
public enum Graph
{
    /// <summary>Source records → events.</summary>
    Ingest = 0,

    /// <summary>Events → decisions and messages.</summary>
    Triggers = 1,
}
