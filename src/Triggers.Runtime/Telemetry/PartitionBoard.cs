using Triggers.Model.Time;

namespace Triggers.Runtime.Telemetry;

/// <summary>
/// How the partitions of this process are: put up by the worker's thread a few times a second, read by whoever collects metrics or asks for health. Ages are computed when they are read, so
/// that they grow even while the worker stands still. Thread-safe.
/// </summary>
public sealed class PartitionBoard(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private volatile IReadOnlyList<PartitionReading> _readings = [];
    private volatile bool _hasShare;
    private long _shownAt;

    /// <summary>The newest readings, in order of partition; empty: no partition is mine.</summary>
    public IReadOnlyList<PartitionReading> Readings => _readings;

    /// <summary>True when the readings are old enough to be put up anew; for the worker's thread.</summary>
    public bool IsDue => _shownAt == 0 || time.GetElapsedTime(_shownAt) >= Interval;

    /// <summary>True once the group has given this process its share of the partitions, which may be empty.</summary>
    public bool HasShare => _hasShare;

    /// <summary>Puts up new readings; for the worker's thread.</summary>
    public void Show(IReadOnlyList<PartitionReading> readings, bool hasShare)
    {
        _hasShare = hasShare;
        _readings = readings;
        _shownAt = time.GetTimestamp();
    }

    /// <summary>Makes the metrics of partitions.</summary>
    public void Measure(Gauges gauges)
    {
        gauges.Add(new GaugeSource("triggers.partitions", "{partition}", "Partitions of this process by what they are doing", Phases));
        gauges.Add(new GaugeSource("triggers.rules.partitions", "{partition}", "Partitions of this process by the version of the rules that is in force in them", Versions));
        gauges.Add(OfRunning("triggers.partition.clock.age", "s", "How long ago the newest record was appended that the partition has folded",
            reading => reading.Clock == Timestamp.Beginning ? 0 : Age(reading.Clock)));
        gauges.Add(OfRunning("triggers.timer.overdue", "s", "How long the earliest wait of the partition is over without having been ended by a tick", Overdue));
        gauges.Add(OfRunning("triggers.store.batches.unstored", "{batch}", "Batches that are committed and not yet in Redis", reading => reading.Unstored));
        gauges.Add(OfRunning("triggers.cache.states", "{state}", "States of customers kept in memory", reading => reading.Cached));
    }

    private GaugeSource OfRunning(string name, string unit, string description, Func<PartitionReading, double> value) => new(name, unit, description, () => _readings
        .Where(reading => reading.Phase == PartitionPhase.Running)
        .Select(reading => new GaugeValue(value(reading), new KeyValuePair<string, object?>("partition", reading.Partition))));

    private IEnumerable<GaugeValue> Phases() => Enum.GetValues<PartitionPhase>().Select(phase =>
        new GaugeValue(_readings.Count(reading => reading.Phase == phase), new KeyValuePair<string, object?>("state", NameOf(phase))));

    private IEnumerable<GaugeValue> Versions() => _readings
        .Where(reading => reading.Phase == PartitionPhase.Running)
        .GroupBy(reading => reading.Rules ?? "none", StringComparer.Ordinal)
        .Select(version => new GaugeValue(version.Count(), new KeyValuePair<string, object?>("version", version.Key)));

    private double Overdue(PartitionReading reading) => reading.EarliestTimer == Timestamp.Never ? 0 : Math.Max(0, Age(reading.EarliestTimer));

    private double Age(Timestamp instant) => (Timestamp.From(time.GetUtcNow()) - instant).TotalSeconds;

    private static string NameOf(PartitionPhase phase) => phase switch
    {
        PartitionPhase.Running => "running",
        PartitionPhase.TakingOver => "taking_over",
        _ => "stopped",
    };
}
