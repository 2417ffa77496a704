using System.Diagnostics.Metrics;
using System.Globalization;
using Triggers.Hosting.Options;
using Triggers.Hosting.Telemetry;
using Triggers.Runtime.Telemetry;

namespace Triggers.Tests.Telemetry;

/// <summary>Metrics under a meter of their own, aggregated as a live process does it.</summary>
internal sealed class Instruments : IDisposable
{
    private static int _meters;

    private readonly Aggregation _aggregation;

    internal Instruments(TimeProvider time, int triggersMax = 500)
    {
        Meter = string.Create(CultureInfo.InvariantCulture, $"{nameof(Instruments)}-{Interlocked.Increment(ref _meters)}");
        _aggregation = new(new TelemetryOptions { TriggersMax = triggersMax }, "test", Meter);
        Metrics = new(time, triggersMax, Meter);
    }

    /// <summary>Name of the meter.</summary>
    internal string Meter { get; }

    internal PipelineMetrics Metrics { get; }

    internal Scrape Scrape => _aggregation.Scrape;

    /// <summary>Every instrument there is.</summary>
    internal static IReadOnlyList<Instrument> All()
    {
        using var instruments = new Instruments(TimeProvider.System);
        new LagWatch(TimeProvider.System).Measure(instruments.Metrics.Gauges);
        instruments.Metrics.Gauges.Add(ProductVersion.Gauge);
        var found = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => found.Add(instrument) };
        listener.Start();
        return [.. found.Where(instrument => instrument.Meter.Name == instruments.Meter)];
    }

    /// <summary>The lines about one family, heads included.</summary>
    internal string Text(string family, ExpositionForm? form = null) => string.Concat(
        System.Text.Encoding.UTF8.GetString(Scrape.Read(form ?? ExpositionForm.Text)).Split('\n')
            .Where(line => line.Split(' ', '{').Any(word => word.StartsWith(family, StringComparison.Ordinal)))
            .Select(line => line + "\n"));

    public void Dispose()
    {
        _aggregation.Dispose();
        Metrics.Dispose();
    }
}
