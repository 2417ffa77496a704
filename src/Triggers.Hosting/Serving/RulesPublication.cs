using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Delivery;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Serving;

/// <summary>
/// Publishes a workspace at start when it is not the newest one. The owners of the partitions append the rules records; only into partitions that nothing was ever written to
/// the publisher appends them itself, so that no event comes before the first rules.
/// </summary>
public sealed class RulesPublication(IPipelinePorts ports, WorkerOptions options, TimeProvider time, INotices notices)
{
    private static readonly TimeSpan SkewMax = TimeSpan.FromSeconds(60);

    /// <summary>Publishes, and checks the broker's clock against this machine's.</summary>
    /// <exception cref="OutsideFault">The broker does not answer, or the clocks differ by more than a minute.</exception>
    public void Publish(string version, byte[] bundle, CancellationToken stop)
    {
        ports.Rules.Refresh(options.BrokerTimeout);
        if (ports.Rules.Newest != version)
        {
            ports.Rules.PublishAsync(version, bundle, stop).GetAwaiter().GetResult();
            ports.Rules.Refresh(options.BrokerTimeout);
            notices.Info($"Published rules {version}.");
        }

        var empty = EmptyPartitions();
        var appended = empty.ConvertAll(partition => ports.Appender.AppendAsync(partition, RecordKind.Rules, bundle, stop));
        if (appended.Count == 0)
        {
            appended.Add(ports.Appender.AppendAsync(0, RecordKind.Tick, [], stop));
        }

        CheckClock(Task.WhenAll(appended).GetAwaiter().GetResult()[0]);
    }

    private List<int> EmptyPartitions()
    {
        using var log = ports.OpenLog();
        return [.. Enumerable.Range(0, ports.Partitions).Where(p => log.Watermarks(p, options.BrokerTimeout).End == 0)];
    }

    private void CheckClock(Timestamp appendTime)
    {
        var skew = appendTime - Timestamp.From(time.GetUtcNow());
        if (skew.Duration() > SkewMax)
        {
            throw new OutsideFault(
                $"The broker's clock differs from this machine's by {skew.TotalSeconds:0} s; at most {SkewMax.TotalSeconds:0} s are allowed, since waits end by the broker's clock.",
                "Mend the clock that is wrong (NTP), then start again.");
        }
    }
}
