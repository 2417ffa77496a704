using Triggers.Model.Log;

namespace Triggers.Runtime.Ports;

/// <summary>
/// A member of the consumer group that owns partitions of <c>triggers.events</c>: read_committed, no automatic commits, no automatic offset reset (an offset out of
/// range is a fault). One thread only, except where a member says otherwise.
/// </summary>
public interface ILogConsumer : IDisposable
{
    /// <summary>
    /// Serves the group (rebalance callbacks run inside) and appends at most <paramref name="limit"/> records, in offset order per partition, to <paramref name="into"/>;
    /// returns when there is at least one record, or after <paramref name="timeout"/>.
    /// </summary>
    /// <exception cref="OutsideFault">The broker refuses for good, or an offset is out of range.</exception>
    void Poll(TimeSpan timeout, int limit, IAssignmentListener listener, List<LogRecord> into);

    /// <summary>True once the group has given this member its share, which is empty where there are more members than partitions.</summary>
    bool HasShare { get; }

    /// <summary>Delivers an assigned partition from <paramref name="offset"/> on; what was fetched before is dropped.</summary>
    void Start(int partition, long offset);

    /// <summary>Delivers nothing more of this partition until <see cref="Start"/>.</summary>
    void Pause(int partition);

    /// <summary>The group membership at this moment, to be sent with the offsets of the batch that is cut now.</summary>
    /// <exception cref="OutsideFault">Not a member at the moment (empty member id): retry after a poll.</exception>
    Membership Capture();

    /// <summary>
    /// The group's committed offset, stable: waits for pending transactional offsets (KIP-447's require-stable). Null: nothing was ever committed. Any thread.
    /// </summary>
    /// <exception cref="OutsideFault">No stable answer within <paramref name="timeout"/>: retry.</exception>
    long? StableCommitted(int partition, TimeSpan timeout);

    /// <summary>First and end offset (high watermark) of a partition of the log. Any thread.</summary>
    (long First, long End) Watermarks(int partition, TimeSpan timeout);
}
