using System.Runtime;

namespace Triggers.Cli;

/// <summary>How the process collects what it no longer needs.</summary>
internal static class ProcessMemory
{
    private const long BytesBeforeCollecting = 64L << 20;
    private const long LittleMemory = 1L << 30;

    /// <summary>
    /// For commands, which live for seconds: nobody waits for their pauses, so collecting while they go on would only cost more, and most of them end before collecting gives back what it
    /// costs. Once a process.
    /// </summary>
    internal static void CollectSeldom()
    {
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > LittleMemory)
        {
            GC.TryStartNoGCRegion(BytesBeforeCollecting);
        }
    }
}
