namespace Triggers.Runtime.Telemetry;

/// <summary>
/// Something that can be measured at any moment: how much is left of a budget, how far a reader is behind. Given to <see cref="Gauges.Add"/> it is a metric. A label set that is not
/// read any more disappears from the exposition.
/// </summary>
public interface IGaugeSource
{
    /// <summary>Name of the instrument: <c>triggers.consumer.lag</c>.</summary>
    string Name { get; }

    /// <summary>Unit in UCUM: <c>s</c>, <c>By</c>, or what is counted in braces: <c>{record}</c>.</summary>
    string Unit { get; }

    /// <summary>One sentence for people, without the unit.</summary>
    string Description { get; }

    /// <summary>The values now. Called by the thread that collects; must not block.</summary>
    IEnumerable<GaugeValue> Read();
}
