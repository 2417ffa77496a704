namespace Triggers.Runtime.Ports;

/// <summary>Reads partitions of <c>triggers.state</c>, read_committed, without a group. Thread-safe; each reading has its own connection.</summary>
public interface IChangelog
{
    /// <summary>First offset and end offset (high watermark, read_uncommitted) of a partition.</summary>
    (long First, long End) Watermarks(int partition, TimeSpan timeout);

    /// <summary>Opens a partition at <paramref name="offset"/>.</summary>
    IChangelogReading Read(int partition, long offset);
}
