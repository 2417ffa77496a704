using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Telemetry;

/// <summary>
/// Asks Kafka every few seconds how far both consumer groups are behind, in all partitions, also those of other processes and of nobody: who reads no more cannot tell himself. Its answer is
/// also the sign that Kafka is there.
/// </summary>
public sealed class LagWatch(TimeProvider time)
{
    /// <summary>Time between two questions.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How long one answer is waited for: a stop must not wait for a broker that is down.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private volatile IReadOnlyList<PartitionLag> _lags = [];
    private volatile IReadOnlyList<string> _sources = [];
    private volatile IPipelinePorts? _ports;
    private long _answeredAt;

    /// <summary>Time since Kafka's last answer; null: it has not answered yet.</summary>
    public TimeSpan? Silence => Volatile.Read(ref _answeredAt) is var at and not 0 ? time.GetElapsedTime(at) : null;

    /// <summary>Asks these from here on.</summary>
    public void Watch(IPipelinePorts ports, IReadOnlyList<string> sources) => (_ports, _sources) = (ports, sources);

    /// <summary>Asks until <paramref name="stop"/>. For a thread of its own. Never fails: no answer is told by <see cref="Silence"/>.</summary>
    public void Run(CancellationToken stop)
    {
        do
        {
            Ask();
        }
        while (!stop.WaitHandle.WaitOne(Interval));
    }

    /// <summary>Makes the metrics of lag and of the number of partitions. While Kafka does not answer no lag is told, since none is known.</summary>
    public void Measure(Gauges gauges)
    {
        gauges.Add(new GaugeSource("triggers.log.partitions", "{partition}", "Partitions of the log, those of all processes together", () => _ports is { } ports ? [new(ports.Partitions)] : []));
        gauges.Add(new GaugeSource(
            "triggers.consumer.lag", "{record}", "Records behind the end of the partition that the consumer group has not committed yet; every process tells it for all partitions",
            () => _lags.Select(lag => new GaugeValue(lag.Records, new("topic", lag.Topic), new("partition", lag.Partition)))));
    }

    private void Ask()
    {
        try
        {
            _lags = _ports?.Lags(_sources, Patience) ?? [];
            Volatile.Write(ref _answeredAt, time.GetTimestamp());
        }
        catch (OutsideFault)
        {
            // The workers meet the same fault and tell it; here it only leaves the last answer where it is.
            _lags = [];
        }
    }
}
