using System.Diagnostics.Metrics;
using Triggers.Hosting.Telemetry;
using Triggers.Tests.Telemetry;
using Xunit;

namespace Triggers.Tests.Docs;

/// <summary>The table of metrics names every instrument as it is exposed, with its kind, its unit and its own words.</summary>
public sealed class MetricsDocTests
{
    [Fact]
    public void Every_metric_is_in_the_table_as_it_is_exposed() => Assert.Equal(
        Instruments.All().Select(Row).Order(StringComparer.Ordinal),
        Document.Of("docs/operations.md").Table("metrics").Select(row => $"{row[0]} | {row[1]} | {row[2]} | {row[4]}").Order(StringComparer.Ordinal));

    private static string Row(Instrument instrument)
    {
        var isCounter = instrument is Counter<long>;
        var name = new MetricName(instrument.Name, instrument.Unit!, isCounter);
        var kind = isCounter ? "counter" : instrument is Histogram<double> ? "histogram" : "gauge";
        return $"`{name.Sample}` | {kind} | {name.Counted} | {instrument.Description}";
    }
}
