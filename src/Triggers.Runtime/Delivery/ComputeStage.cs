using Triggers.Engine.State;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// K1 and K2: folds what was fetched of each partition, loading the states it needs in atomic, fenced reads. A load that another owner or lost writes could have touched is not
/// used: the partition must be taken over anew. A batch ends before a rules record whose rules are not made yet.
/// </summary>
public sealed class ComputeStage(IStateStore store, WorkerOptions options)
{
    private const int LoadAtOnce = 250;

    /// <summary>Folds as much of a partition as one batch takes; null when its states cannot be trusted any more.</summary>
    /// <exception cref="OutsideFault">The store did not answer; nothing was changed.</exception>
    /// <exception cref="RecordDefect">A record cannot be folded; nothing was changed.</exception>
    public BatchPart? Compute(RunningPartition partition)
    {
        if (!Load(partition, Needed(partition)))
        {
            return null;
        }

        var part = new BatchPart(partition);
        try
        {
            foreach (var record in partition.Fetched)
            {
                if (part.States.ChangedCount >= options.ChangedCustomersMax || !partition.IsReady(record))
                {
                    break;
                }

                part.Next = record.Offset;
                if (!Fold(part, record))
                {
                    part.Rollback();
                    return null;
                }
            }
        }
        catch (OutsideFault)
        {
            part.Rollback();
            throw;
        }
        catch (Exception defect)
        {
            part.Rollback();
            throw new RecordDefect(partition.Number, part.Next, defect);
        }

        part.Changed = Encode(part.States.Changed());
        return part;
    }

    private static StateEntry[] Encode(ReadOnlySpan<CustomerState> changed)
    {
        var entries = new StateEntry[changed.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new(changed[i].Customer, StateCodec.Encode(changed[i]), changed[i].NextDeadline);
        }

        return entries;
    }

    private bool Fold(BatchPart part, in LogRecord record)
    {
        if (record.Kind == RecordKind.Rules)
        {
            part.Partition.Fold.Switch(record.LogTime, part.Partition.RulesOf(record).GetAwaiter().GetResult());
            part.Take(record.Offset);
            return true;
        }

        while (part.Partition.Fold.TryFold(record, part.States, part.Output) == FoldResult.StatesMissing)
        {
            if (!Load(part.Partition, [.. part.States.Missing]))
            {
                return false;
            }

            part.States.ForgetMissing();
        }

        part.Take(record.Offset);
        return true;
    }

    /// <summary>The customers whose states the next records will ask for: one round trip instead of one a customer.</summary>
    private List<CustomerKey> Needed(RunningPartition partition)
    {
        var needed = new HashSet<CustomerKey>();
        foreach (var record in partition.Fetched)
        {
            if (needed.Count >= options.ChangedCustomersMax || !partition.IsReady(record))
            {
                break;
            }

            if (record.Kind == RecordKind.Event && !partition.Cache.Contains(record.Customer) && partition.Fold.WillTouch(record))
            {
                needed.Add(record.Customer);
            }
        }

        return [.. needed];
    }

    private bool Load(RunningPartition partition, List<CustomerKey> customers)
    {
        if (customers.Count == 0)
        {
            return true;
        }

        var acknowledged = partition.Store.Acknowledged;
        var chunks = customers.Chunk(LoadAtOnce).ToList();
        var loads = Task.WhenAll(chunks.Select(chunk => store.LoadAsync(partition.Number, chunk, CancellationToken.None))).GetAwaiter().GetResult();
        for (var i = 0; i < loads.Length; i++)
        {
            if (!IsMine(loads[i].Stamp, partition, acknowledged))
            {
                return false;
            }

            for (var j = 0; j < chunks[i].Length; j++)
            {
                Keep(partition.Cache, chunks[i][j], loads[i].Blobs[j]);
            }
        }

        return true;
    }

    private static void Keep(StateCache cache, CustomerKey customer, byte[]? blob)
    {
        if (blob is null)
        {
            cache.PutNew(customer);
        }
        else
        {
            cache.Put(customer, blob);
        }
    }

    /// <summary>My token, and <c>applied</c> is what was acknowledged last or belongs to a batch sent since.</summary>
    private static bool IsMine(PartitionStamp stamp, RunningPartition partition, long acknowledged) =>
        stamp.Epoch == partition.Epoch && stamp.Applied >= acknowledged && stamp.Applied <= partition.Committed;
}
