using Triggers.Runtime.Delivery.TakingOver;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// The trigger graph of one process: one thread over all its partitions, batch by batch: poll → cut → load and compute → commit → store. Never an await an event.
/// </summary>
/// <remarks>
/// Emits when a transaction commits. Holds when the store is more than <see cref="WorkerOptions.UnstoredBatchesMax"/> batches behind, while partitions are taken over, or at a rules record whose rules are being
/// made.
/// Drops nothing: late and dead records go to their topics. Fails when the broker refuses for good, or another process uses its transactional id.
/// </remarks>
public sealed class TriggerWorker
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LoadDelay = TimeSpan.FromMilliseconds(250);

    private readonly PartitionSet _partitions;
    private readonly IntakeStage _intake;
    private readonly TakeOverStage _takeOver;
    private readonly UpkeepStage _upkeep;
    private readonly ComputeStage _compute;
    private readonly CommitStage _commit;
    private readonly SettleStage _settle;
    private readonly IPipelinePorts _ports;
    private readonly WorkerOptions _options;
    private readonly TimeProvider _time;
    private readonly INotices _notices;
    private readonly IProtocolTrace _trace;
    private readonly PipelineMetrics _metrics;

    /// <summary>A worker over these ports; opens nothing yet. <paramref name="plans"/> compiles published rules; null: a compiler of its own.</summary>
    public TriggerWorker(
        IPipelinePorts ports,
        IStateStore store,
        WorkerOptions options,
        TimeProvider time,
        INotices notices,
        IProtocolTrace trace,
        PipelineMetrics metrics,
        PlanCompiler? plans = null)
    {
        var rulesets = new RulesetCache(plans ?? new());
        (_ports, _options, _time, _notices, _trace, _metrics) = (ports, options, time, notices, trace, metrics);
        _partitions = new(options, notices, trace);
        _intake = new(options, time);
        _takeOver = new(ports, store, rulesets, options, time, notices, trace, metrics);
        _upkeep = new(ports, store, rulesets, options, time, notices, metrics);
        _compute = new(store, options);
        _commit = new(options.Topics, trace, new(EventTraces.CapacityOfProcess));
        _settle = new(_takeOver, options, time, notices);
    }

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
                _notices.Warning($"The worker begins anew: {fault.Message}");
                stop.WaitHandle.WaitOne(RetryDelay);
            }
        }

        _metrics.Pulses.End(Graph.Triggers);
    }

    /// <summary>Until the stop, or until producer and consumer must be made anew.</summary>
    private void Serve(CancellationToken stop)
    {
        using var transaction = new TransactionSlot(_ports, _options.TransactionalId);
        using var log = _ports.OpenLog();
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
            _metrics.Board.Show([], hasShare: false);
        }
    }

    /// <summary>One batch; false when producer and consumer must be made anew.</summary>
    private bool Turn(ILogConsumer log, TransactionSlot transaction)
    {
        _trace.Enter(ProtocolStep.Idle);
        _metrics.Pulses.Beat(Graph.Triggers);
        _intake.Gather(log, _partitions);
        _takeOver.Serve(log, _partitions);
        foreach (var owned in _partitions.Owned)
        {
            if (owned.Running is { } running)
            {
                Keep(log, owned, running);
            }
        }

        if (_metrics.Board.IsDue)
        {
            _metrics.Board.Show([.. _partitions.Owned.Select(owned => owned.Read())], log.HasShare);
        }

        var ready = _partitions.Owned.Where(p => p.Running?.CanBeCut(_options, _time) == true).ToList();
        if (ready.Count == 0)
        {
            return true;
        }

        _trace.Enter(ProtocolStep.Cut);
        return TryCapture(log) is not { } membership || RunBatch(log, transaction, ready, membership);
    }

    private void Keep(ILogConsumer log, OwnedPartition owned, RunningPartition running)
    {
        if (running.Store.Defect is { } defect)
        {
            _takeOver.Stop(log, owned, $"its states cannot be stored: {defect.GetType().Name}: {defect.Message} Nothing of them is lost: report this, and start a version that can store them.");
        }
        else if (_upkeep.Serve(running) is { } why)
        {
            _takeOver.Again(log, owned, why);
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
            _notices.Warning($"{fault.Message}");
            return null;
        }
    }

    private bool RunBatch(ILogConsumer log, TransactionSlot transaction, List<OwnedPartition> ready, Membership membership)
    {
        _trace.Enter(ProtocolStep.Compute);
        var parts = new List<BatchPart>();
        foreach (var owned in ready)
        {
            if (TryCompute(log, owned) is { Folded: > 0 } part)
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 || _settle.Settle(log, _partitions, transaction, parts, Commit(transaction.Producer, parts, membership));
    }

    private CommitOutcome Commit(IOutputTransaction producer, List<BatchPart> parts, Membership membership)
    {
        var begun = _time.GetTimestamp();
        var outcome = _commit.Commit(producer, parts, membership);
        _metrics.Transacted(Graph.Triggers, outcome, _time.GetElapsedTime(begun));
        if (outcome == CommitOutcome.Committed)
        {
            parts.ForEach(part => _metrics.Committed(part.Partition.Number, part.Folded, part.Output));
        }

        return outcome;
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
            _notices.Warning($"Partition {owned.Number} waits: {fault.Message}");
            owned.Running!.WaitsUntil = _time.GetTimestamp() + (long)(LoadDelay.TotalSeconds * _time.TimestampFrequency);
            return null;
        }
        catch (RecordDefect defect)
        {
            _takeOver.Stop(log, owned, $"{defect.Message}. Nothing of it is lost: report this, dump the log around the record, and start a version that can fold it.");
            return null;
        }
    }
}
