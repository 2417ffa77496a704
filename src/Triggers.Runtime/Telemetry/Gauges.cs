using System.Diagnostics.Metrics;

namespace Triggers.Runtime.Telemetry;

/// <summary>Makes metrics of gauge sources. Thread-safe.</summary>
/// <param name="meter">The meter that the instruments belong to.</param>
public sealed class Gauges(Meter meter)
{
    /// <summary>Measures a source whenever somebody collects.</summary>
    public void Add(IGaugeSource source)
    {
        var series = new GaugeSeries(source);
        meter.CreateObservableGauge(source.Name, series.Read, source.Unit, source.Description);
    }
}
