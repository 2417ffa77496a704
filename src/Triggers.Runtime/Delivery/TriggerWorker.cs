using Triggers.Model.Log;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// The trigger graph of one process: one thread over all its partitions, batch by batch: poll → cut → load and compute → commit → store. Never an await an event.
/// </summary>
/// <remarks>
/// Emits when a transaction commits. Holds when the store is more than <see cref="WorkerOptions.UnstoredBatchesMax"/> batches behind, or while partitions are taken over.
/// Drops nothing: late and dead records go to their topics. Fails when the broker refuses for good, or another process uses its transactional id.
/// </remarks>
public sealed class TriggerWorker(
    IPipelinePorts ports, IStateStore store, WorkerOptions options, TimeProvider time, INotices notices, IProtocolTrace trace)
{
    private static readonly TimeSpan FencedTwiceWithin = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly PartitionSet _partitions = new(options, notices, trace);
    private readonly TakeOverStage _takeOver = new(ports, store, new RulesetCache(), options, time, notices, trace);
    private readonly ComputeStage _compute = new(store, options);
    private readonly CommitStage _commit = new(options.Topics, trace);
    private readonly UpkeepStage _upkeep = new(ports, store, options, time, notices);
    private readonly List<LogRecord> _polled = [];
    private long _fencedAt;

    /// <summary>Runs until <paramref name="stop"/>; then finishes in good order. For a thread of its own.</summary>
    /// <exception cref="OutsideFault">It cannot go on; the message says why and what to do.</exception>
    public void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                Serve(stop);
            }
            catch (OutsideFault fault) when (fault.Retry)
            {
                notices.Warning($"The worker begins anew: {fault.Message}");
                stop.WaitHandle.WaitOne(RetryDelay);
            }
        }
    }

    /// <summary>Until the stop, or until producer and consumer must be made anew.</summary>
    private void Serve(CancellationToken stop)
    {
        using var transaction = new TransactionSlot(ports, options.TransactionalId);
        using var log = ports.OpenLog();
        try
        {
            while (!stop.IsCancellationRequested && Turn(log, transaction))
            {
            }

            if (stop.IsCancellationRequested)
            {
                _partitions.ReleaseAll();
            }
        }
        finally
        {
            _partitions.DropAll();
        }
    }

    /// <summary>One batch; false when producer and consumer must be made anew.</summary>
    private bool Turn(ILogConsumer log, TransactionSlot transaction)
    {
        trace.Enter(ProtocolStep.Idle);
        Gather(log);
        _takeOver.Serve(log, _partitions);
        foreach (var owned in _partitions.Owned)
        {
            if (owned.Running is { } running && _upkeep.Serve(running) is { } why)
            {
                _takeOver.Again(log, owned, why);
            }
        }

        var ready = _partitions.Owned.Where(p => p.Running is { Fetched.Count: > 0 } r && r.Store.Outstanding < options.UnstoredBatchesMax).ToList();
        if (ready.Count == 0)
        {
            return true;
        }

        trace.Enter(ProtocolStep.Cut);
        return TryCapture(log) is not { } membership || RunBatch(log, transaction, ready, membership);
    }

    /// <summary>Polls for one commit interval, or until a poll's worth of records is there; only once while records wait to be folded.</summary>
    private void Gather(ILogConsumer log)
    {
        var begun = time.GetTimestamp();
        var interval = _partitions.Owned.Any(p => p.Running is { Fetched.Count: > 0 }) ? TimeSpan.Zero : options.CommitInterval;
        var left = interval;
        var gathered = 0;
        do
        {
            _polled.Clear();
            log.Poll(left, options.PollRecordsMax - gathered, _partitions, _polled);
            gathered += _polled.Count;
            Distribute(log);
            left = interval - time.GetElapsedTime(begun);
        }
        while (left > TimeSpan.Zero && gathered < options.PollRecordsMax);
    }

    /// <summary>Hands records to their partitions; one that does not come on is held back at the broker instead of in memory.</summary>
    private void Distribute(ILogConsumer log)
    {
        foreach (var record in _polled)
        {
            _partitions.Find(record.Partition)?.Running?.Fetched.Enqueue(record);
        }

        foreach (var owned in _partitions.Owned)
        {
            if (owned.Running is not { } running)
            {
                continue;
            }

            if (!running.Held && running.Fetched.Count > 4 * options.PollRecordsMax)
            {
                log.Pause(running.Number);
                running.Held = true;
            }
            else if (running.Held && running.Fetched.Count < options.PollRecordsMax)
            {
                log.Start(running.Number, running.Fetched.Count == 0 ? running.Committed : running.Fetched.Last().Offset + 1);
                running.Held = false;
            }
        }
    }

    private Membership? TryCapture(ILogConsumer log)
    {
        try
        {
            return log.Capture();
        }
        catch (OutsideFault fault) when (fault.Retry)
        {
            notices.Warning(fault.Message);
            return null;
        }
    }

    private bool RunBatch(ILogConsumer log, TransactionSlot transaction, List<OwnedPartition> ready, Membership membership)
    {
        trace.Enter(ProtocolStep.Compute);
        var parts = new List<BatchPart>();
        foreach (var owned in ready)
        {
            if (TryCompute(log, owned) is { Folded: > 0 } part)
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 || Settle(log, transaction, parts, _commit.Commit(transaction.Producer, parts, membership));
    }

    private BatchPart? TryCompute(ILogConsumer log, OwnedPartition owned)
    {
        try
        {
            var part = _compute.Compute(owned.Running!);
            if (part is null)
            {
                _takeOver.Again(log, owned, "its states were read under another token or offset");
            }

            return part;
        }
        catch (OutsideFault fault) when (fault.Retry)
        {
            notices.Warning($"Partition {owned.Number} waits: {fault.Message}");
            return null;
        }
    }

    private bool Settle(ILogConsumer log, TransactionSlot transaction, List<BatchPart> parts, CommitOutcome outcome)
    {
        switch (outcome)
        {
            case CommitOutcome.Committed:
                parts.ForEach(part => Store(log, part));
                return true;
            case CommitOutcome.Aborted:
                parts.ForEach(part => part.Rollback());
                notices.Info("A transaction was aborted; its records are folded again.");
                return true;
            case CommitOutcome.Unknown:
                // A new producer of the same id ends what is open; the stable offset, read by each take-over, decides.
                transaction.Renew();
                parts.ForEach(part => _takeOver.Again(log, _partitions.Find(part.Partition.Number)!, "it is not known whether a transaction was committed"));
                return true;
            default:
                Fenced();
                return false;
        }
    }

    private void Store(ILogConsumer log, BatchPart part)
    {
        part.Merge();
        var partition = part.Partition;
        if (part.Record is not { } record)
        {
            _takeOver.Again(log, _partitions.Find(partition.Number)!, "the place of its partition record is not known");
            return;
        }

        partition.Store.Enqueue(new(partition.Number, partition.Epoch, part.From, part.To, record.Offset, record.Time, part.Changed));
    }

    private void Fenced()
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
}
