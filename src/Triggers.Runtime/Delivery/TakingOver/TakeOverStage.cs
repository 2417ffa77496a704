using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery.TakingOver;

/// <summary>
/// K0 on the worker's thread: starts take-overs beside it, their rules included, and puts partitions that were taken over to work. A suspicion must come twice, with a poll between, before the
/// partition is stopped and the operator called.
/// </summary>
public sealed class TakeOverStage(
    IPipelinePorts ports, IStateStore store, RulesetCache rulesets, WorkerOptions options, TimeProvider time, INotices notices, IProtocolTrace trace,
    PipelineMetrics metrics)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(250);

    /// <summary>Serves every partition that is not running.</summary>
    public void Serve(ILogConsumer log, PartitionSet partitions)
    {
        foreach (var partition in partitions.Owned)
        {
            if (partition.Running is not null || partition.Stopped is not null)
            {
                continue;
            }

            if (partition.TakingOver is null)
            {
                if (time.GetTimestamp() >= partition.RetryAt)
                {
                    Begin(log, partition);
                }
            }
            else if (partition.TakingOver.IsCompleted)
            {
                Finish(log, partition);
            }
        }
    }

    /// <summary>Takes a running partition over anew: its store was taken by another or lost writes, or an outcome is unknown.</summary>
    public void Again(ILogConsumer log, OwnedPartition partition, string why)
    {
        notices.Warning($"Partition {partition.Number} is taken over again: {why}.");
        log.Pause(partition.Number);
        partition.Running = null;
        partition.TakingOver = null;
        partition.RetryAt = 0;
    }

    /// <summary>Stops a partition for good: somebody must act, and the others go on.</summary>
    public void Stop(ILogConsumer log, OwnedPartition partition, string why)
    {
        log.Pause(partition.Number);
        partition.Running = null;
        partition.Stopped = why;
        notices.Error($"Partition {partition.Number} is stopped: {why}");
    }

    private void Begin(ILogConsumer log, OwnedPartition partition)
    {
        var takeOver = new TakeOver(log, ports.Changelog, store, options, time, trace);
        partition.TakingOverSince = time.GetTimestamp();
        partition.TakingOver = Task.Run(() => TakeAsync(takeOver, partition.Number, partition.Cancellation), CancellationToken.None);
    }

    private async Task<TakeOverResult> TakeAsync(TakeOver takeOver, int partition, CancellationToken gone)
    {
        var result = await takeOver.RunAsync(partition, gone).ConfigureAwait(false);
        return result.Record?.Rules is { } version ? result with { Rules = await RulesAsync(version).ConfigureAwait(false) } : result;
    }

    private void Finish(ILogConsumer log, OwnedPartition partition)
    {
        var ended = partition.TakingOver!;
        partition.TakingOver = null;
        try
        {
            var result = ended.GetAwaiter().GetResult();
            if (result.Suspicion is { } suspicion)
            {
                Suspect(log, partition, suspicion);
                return;
            }

            partition.Suspicion = null;
            partition.Running = Run(partition, result);
            log.Start(partition.Number, result.Committed);
            Measure(partition, "done");
            notices.Info($"Partition {partition.Number} runs from offset {result.Committed}, {result.Timers.Count} timers.");
        }
        catch (OperationCanceledException)
        {
            partition.RetryAt = Later();
        }
        catch (OutsideFault fault) when (fault.Retry)
        {
            notices.Warning($"Partition {partition.Number} could not be taken over yet: {fault.Message}");
            Measure(partition, "failed");
            partition.RetryAt = Later();
        }
        catch (InvalidDataException damaged)
        {
            Measure(partition, "stopped");
            Stop(log, partition, $"{damaged.Message} Restore the topic {options.Topics.State}, or start a version that can read it.");
        }
    }

    private RunningPartition Run(OwnedPartition partition, TakeOverResult result)
    {
        var fold = new PartitionFold(partition.Number, rulesets);
        if (result.Record is { } record)
        {
            fold.Restore(record.Clock, result.Rules, record.Leases);
        }

        foreach (var (deadline, customer) in result.Timers)
        {
            fold.Timers.Arm(customer, deadline);
        }

        var behind = new WriteBehind(store, trace, time, result.Committed, partition.Cancellation);
        return new(partition.Number, result.Epoch, fold, StateCache.OverStore(options.CachedStates), behind, result.Committed);
    }

    private Task<Ruleset> RulesAsync(string version)
    {
        if (ports.Rules.Bundle(version) is null)
        {
            ports.Rules.Refresh(options.BrokerTimeout);
        }

        return rulesets.PrepareAsync(ports.Rules.Bundle(version) ?? throw new OutsideFault(
            $"Rules version {version} is in force but not in the topic {options.Topics.Rules}.", "Publish that workspace again: start serve once with it."));
    }

    private void Suspect(ILogConsumer log, OwnedPartition partition, TakeOverSuspicion suspicion)
    {
        if (partition.Suspicion is { } before && before.Committed == suspicion.Committed)
        {
            Measure(partition, "stopped");
            Stop(log, partition, suspicion.Why);
            return;
        }

        partition.Suspicion = suspicion;
        partition.RetryAt = Later();
    }

    private void Measure(OwnedPartition partition, string outcome) => metrics.TakenOver(outcome, time.GetElapsedTime(partition.TakingOverSince));

    private long Later() => time.GetTimestamp() + (long)(RetryDelay.TotalSeconds * time.TimestampFrequency);
}
