namespace Triggers.Runtime.Ports;

/// <summary>A member of the ingest group over the source topics: read_committed, no automatic commits, from the earliest record when nothing was committed. One thread.</summary>
public interface ISourceConsumer : IDisposable
{
    /// <summary>
    /// Serves the group and appends at most <paramref name="limit"/> records to <paramref name="into"/>; returns at the first record or after <paramref name="timeout"/>.
    /// True when partitions were taken away since the last call: what was read and not committed must be dropped.
    /// </summary>
    bool Poll(TimeSpan timeout, int limit, List<SourceRecord> into);

    /// <summary>The group membership at this moment, to be sent with the offsets of what was read.</summary>
    /// <exception cref="OutsideFault">Not a member at the moment.</exception>
    Membership Capture();

    /// <summary>Goes back to the stable committed offset of every assigned partition: after an abort or an unknown outcome.</summary>
    void Rewind();
}
