using Triggers.Runtime.Delivery.TakingOver;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// After K3: what the outcome of a transaction means. Committed: merge and store (K4). Aborted: fold again. Unknown: a new producer of the same id ends what is open, and the
/// stable offset, read by each take-over, decides. Fenced: everything is made anew; a second time within a minute ends the process.
/// </summary>
public sealed class SettleStage(TakeOverStage takeOver, WorkerOptions options, TimeProvider time, INotices notices)
{
    private const int AbortsInARowMax = 3;
    private static readonly TimeSpan FencedTwiceWithin = TimeSpan.FromSeconds(60);

    private long _fencedAt;
    private int _abortsInARow;

    /// <summary>Settles a batch; false when producer and consumer must be made anew.</summary>
    /// <exception cref="OutsideFault">Fenced twice; or a new producer cannot be had yet.</exception>
    public bool Settle(ILogConsumer log, PartitionSet partitions, TransactionSlot transaction, IReadOnlyList<BatchPart> parts, CommitOutcome outcome)
    {
        _abortsInARow = outcome == CommitOutcome.Aborted ? _abortsInARow + 1 : 0;
        switch (outcome)
        {
            case CommitOutcome.Committed:
                Each(parts, part => Store(log, partitions, part));
                return true;
            case CommitOutcome.Aborted:
                Each(parts, part => part.Rollback());
                TellAborted();
                return true;
            case CommitOutcome.Unknown:
                transaction.Renew();
                Each(parts, part => TakeOverAgain(log, partitions, part, "it is not known whether a transaction was committed"));
                return true;
            default:
                TellFenced();
                return false;
        }
    }

    private void Store(ILogConsumer log, PartitionSet partitions, BatchPart part)
    {
        part.Merge();
        if (part.Record is { } record)
        {
            var partition = part.Partition;
            partition.Store.Enqueue(new(partition.Number, partition.Epoch, part.From, part.To, record.Offset, record.Time, part.Changed));
        }
        else
        {
            TakeOverAgain(log, partitions, part, "the place of its partition record is not known");
        }
    }

    private void TakeOverAgain(ILogConsumer log, PartitionSet partitions, BatchPart part, string why)
    {
        // No poll came between cut and commit, so the partition is still owned.
        takeOver.Again(log, partitions.Find(part.Partition.Number)!, why);
    }

    private void TellAborted()
    {
        if (_abortsInARow < AbortsInARowMax)
        {
            notices.Info("A transaction was aborted; its records are folded again.");
        }
        else
        {
            notices.Warning($"{_abortsInARow} transactions in a row were aborted. The client's lines above say why: often a missing topic or a missing right.");
        }
    }

    private void TellFenced()
    {
        var again = _fencedAt != 0 && time.GetElapsedTime(_fencedAt) < FencedTwiceWithin;
        _fencedAt = time.GetTimestamp();
        if (again)
        {
            throw new OutsideFault(
                $"The transactional id {options.TransactionalId} was taken by another producer twice within {FencedTwiceWithin.TotalSeconds:0} s.",
                "Give every process its own transactional id (the pod's ordinal), and look for a second process with this one.");
        }

        notices.Warning($"The producer {options.TransactionalId} was fenced or timed out; beginning anew.");
    }

    private static void Each(IReadOnlyList<BatchPart> parts, Action<BatchPart> settle)
    {
        foreach (var part in parts)
        {
            settle(part);
        }
    }
}
