using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// What one batch does to one partition: an overlay over its cache, dropped on abort, merged on commit. It works on the partition's overlay and output, so a partition has one
/// part at a time: the next one empties them.
/// </summary>
/// <param name="partition">Its records are folded; its cache changes in <see cref="Merge"/> only.</param>
public sealed class BatchPart(RunningPartition partition)
{
    private readonly FoldMark _mark = partition.Fold.Mark();

    /// <summary>Whose records were folded.</summary>
    public RunningPartition Partition { get; } = partition;

    /// <summary>The states worked on.</summary>
    public StateOverlay States { get; } = partition.EmptyOverlay();

    /// <summary>Messages, decisions, late and dead events of the folded records, in the order of the log.</summary>
    public FoldOutput Output { get; } = partition.EmptyOutput();

    /// <summary>Number of records folded; they stay fetched until <see cref="Merge"/>.</summary>
    public int Folded { get; private set; }

    /// <summary>The batch begins here (offset).</summary>
    public long From { get; } = partition.Committed;

    /// <summary>The batch ends here: last folded offset + 1. Offsets have gaps, so this is never counted.</summary>
    public long To { get; private set; } = partition.Committed;

    /// <summary>The record being folded (offset), for the message when that fails.</summary>
    public long Next { get; set; } = partition.Committed;

    /// <summary>The changed states, encoded once.</summary>
    public IReadOnlyList<StateEntry> Changed { get; set; } = [];

    /// <summary>Offset and append time of the partition record, from its delivery report.</summary>
    public (long Offset, Model.Time.Timestamp Time)? Record { get; set; }

    /// <summary>A record was folded.</summary>
    public void Take(long offset) => (Folded, To) = (Folded + 1, offset + 1);

    /// <summary>Undoes everything: the records stay fetched and are folded again.</summary>
    public void Rollback() => Partition.Fold.Rollback(_mark, States);

    /// <summary>Everything is committed: the overlay goes into the cache, the fetched records go.</summary>
    public void Merge()
    {
        foreach (var entry in Changed)
        {
            Partition.Cache.PutDirty(entry.Customer, entry.Blob, To);
        }

        Partition.Drop(Folded);
        Partition.Committed = To;
    }
}
