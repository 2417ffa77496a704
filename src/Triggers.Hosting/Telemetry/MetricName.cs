namespace Triggers.Hosting.Telemetry;

/// <summary>
/// The name of an instrument in Prometheus: dots become underscores, the unit is the last word, counters end with <c>_total</c>. <c>triggers.store.duration</c> in <c>s</c> is
/// <c>triggers_store_duration_seconds</c>. Source: OpenTelemetry's compatibility specification for Prometheus.
/// </summary>
internal sealed class MetricName
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal) { ["s"] = "seconds", ["By"] = "bytes", ["1"] = "ratio" };

    internal MetricName(string instrument, string unit, bool isCounter)
    {
        Unit = Words.GetValueOrDefault(unit);
        Counted = Unit ?? unit.Trim('{', '}');
        var name = instrument.Replace('.', '_').Replace('-', '_');
        Family = Unit is null || name.EndsWith("_" + Unit, StringComparison.Ordinal) ? name : $"{name}_{Unit}";
        Sample = isCounter ? Family + "_total" : Family;
    }

    /// <summary>Name without <c>_total</c>: what OpenMetrics calls the family.</summary>
    internal string Family { get; }

    /// <summary>Name of a sample, and what the text form calls the metric.</summary>
    internal string Sample { get; }

    /// <summary>Unit that is part of the name; null: a number of things.</summary>
    internal string? Unit { get; }

    /// <summary>Unit, or the thing that is counted, for people.</summary>
    internal string Counted { get; }
}
