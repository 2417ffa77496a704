using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// What an owner does besides folding: appends ticks while timers are due, appends a rules record while another version should be in force and is made
/// here, and looks whether the store of an idle partition is still its own. Never blocks.
/// </summary>
public sealed class UpkeepStage(
    IPipelinePorts ports, IStateStore store, RulesetCache rulesets, WorkerOptions options, TimeProvider time, INotices notices, PipelineMetrics metrics)
{
    private static readonly TimeSpan SkewMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PublishAgainAfter = TimeSpan.FromSeconds(10);

    private long _skewToldAt = long.MinValue;
    private (string Version, Task<Ruleset> Rules)? _newest;
    private bool _isRefusalTold;

    /// <summary>Serves one running partition; the reason when it must be taken over anew, else null.</summary>
    public string? Serve(RunningPartition partition)
    {
        partition.Cache.Unpin(partition.Store.Acknowledged);
        if (partition.Store.Refused is { } refused)
        {
            return $"the store answered {refused}";
        }

        Tick(partition);
        Publish(partition);
        return Look(partition);
    }

    private void Tick(RunningPartition partition)
    {
        if (partition.Tick is { IsCompleted: true } ended)
        {
            partition.Tick = null;
            CheckClock(partition, ended);
        }

        if (partition.Tick is null && partition.Fold.Timers.Earliest <= Timestamp.From(time.GetUtcNow()) && Passed(partition.TickedAt, options.TickInterval))
        {
            partition.TickedAt = time.GetTimestamp();
            partition.Tick = ports.Appender.AppendAsync(partition.Number, RecordKind.Tick, [], CancellationToken.None);
        }
    }

    private void CheckClock(RunningPartition partition, Task<Timestamp> ended)
    {
        if (!ended.IsCompletedSuccessfully)
        {
            notices.Warning($"A tick of partition {partition.Number} was not appended: {ended.Exception?.InnerException?.Message}");
            return;
        }

        var skew = ended.Result - Timestamp.From(time.GetUtcNow());
        metrics.Compared(skew);
        if (skew.Duration() > SkewMax && Passed(_skewToldAt, SkewMax))
        {
            _skewToldAt = time.GetTimestamp();
            notices.Error($"The broker's clock differs from this machine's by {skew.TotalSeconds:0} s; waits end by the broker's. Mend the clock that is wrong (NTP).");
        }
    }

    private void Publish(RunningPartition partition)
    {
        if (partition.Publishing is { IsCompleted: true } ended)
        {
            partition.Publishing = null;
            partition.PublishedVersion = ended.IsCompletedSuccessfully ? partition.PublishedVersion : null;
        }

        var newest = ports.Rules.Newest;
        if (partition.Publishing is not null || newest is null || newest == partition.Fold.RulesVersion ||
            (newest == partition.PublishedVersion && !Passed(partition.PublishedAt, PublishAgainAfter)) || !IsMade(newest))
        {
            return;
        }

        partition.PublishedVersion = newest;
        partition.PublishedAt = time.GetTimestamp();
        partition.Publishing = ports.Appender.AppendAsync(partition.Number, RecordKind.Rules, ports.Rules.Bundle(newest)!, CancellationToken.None);
    }

    /// <summary>True when the rules are made, so that no partition has to wait at their record; the task also keeps them until the first partition works by them.</summary>
    private bool IsMade(string version)
    {
        if (_newest?.Version != version)
        {
            _newest = (version, rulesets.PrepareAsync(ports.Rules.Bundle(version)));
            _isRefusalTold = false;
        }

        var rules = _newest.Value.Rules;
        if (rules.IsFaulted && !_isRefusalTold)
        {
            _isRefusalTold = true;
            notices.Error($"Rules {version} are not put into force by this process: {rules.Exception.InnerException?.Message}");
        }

        return rules.IsCompletedSuccessfully;
    }

    /// <summary>A quiet partition neither loads nor stores, so nobody else would see a FLUSHALL or a restored backup.</summary>
    private string? Look(RunningPartition partition)
    {
        if (partition.Looking is { IsCompleted: true } ended)
        {
            partition.Looking = null;
            return Judge(partition, ended);
        }

        if (partition.Looking is null && partition.Fetched.Count == 0 && partition.Store.Outstanding == 0 && Passed(partition.LookedAt, options.IdleCheckInterval))
        {
            partition.LookedAt = time.GetTimestamp();
            partition.LookingFrom = partition.Committed;
            partition.Looking = store.StampAsync(partition.Number, CancellationToken.None);
        }

        return null;
    }

    private static string? Judge(RunningPartition partition, Task<PartitionStamp> ended)
    {
        if (!ended.IsCompletedSuccessfully || partition.LookingFrom != partition.Committed)
        {
            return null;
        }

        return ended.Result.Epoch != partition.Epoch ? "the store carries another owner's token"
            : ended.Result.Applied != partition.Committed ? "the store lost writes"
            : null;
    }

    private bool Passed(long since, TimeSpan span) => since is 0 or long.MinValue || time.GetElapsedTime(since) >= span;
}
