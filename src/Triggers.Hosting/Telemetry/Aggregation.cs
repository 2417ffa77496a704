using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Triggers.Hosting.Options;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Telemetry;

/// <summary>
/// The OpenTelemetry SDK over the instruments of the process and those of the runtime: one aggregation, read by <see cref="Scrape"/> and, when a collector is configured, sent by OTLP.
/// </summary>
public sealed class Aggregation : IDisposable
{
    /// <summary>Name of the service in everything that is sent.</summary>
    internal const string Service = "triggers";

    private const string RuntimeMeter = "System.Runtime";

    /// <summary>Series of one decision's gate and outcome beside its trigger.</summary>
    private const int SeriesPerTrigger = 16;

    private readonly MeterProvider _provider;

    /// <summary>Begins to aggregate what <paramref name="meter"/> measures.</summary>
    /// <param name="options">Whether and where OTLP goes, and how many triggers have series of their own.</param>
    /// <param name="instance">Tells processes apart: the transactional id.</param>
    /// <param name="meter">Name of the meter.</param>
    public Aggregation(TelemetryOptions options, string instance, string meter = PipelineMetrics.MeterName)
    {
        var limits = new MetricStreamConfiguration { CardinalityLimit = Math.Max(2_000, (options.TriggersMax + 1) * SeriesPerTrigger) };
        var builder = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceOf(instance))
            .AddMeter(meter, RuntimeMeter)
            .AddView("triggers.decisions", limits)
            .AddView("triggers.messages", limits)
            .AddView("triggers.consumer.lag", new MetricStreamConfiguration { CardinalityLimit = 10_000 })
            .AddView(InstrumentView.Of)
            .AddReader(Scrape.Reader);
        if (options.Otlp is { } address)
        {
            builder.AddOtlpExporter((exporter, reader) =>
            {
                Set(exporter, options, address, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.OtlpInterval.TotalMilliseconds;
            });
        }

        _provider = builder.Build();
    }

    /// <summary>Reads everything.</summary>
    public Scrape Scrape { get; } = new();

    /// <summary>Sends what is left, and ends.</summary>
    public void Dispose()
    {
        _provider.Dispose();
        Scrape.Dispose();
    }

    /// <summary>Who sends.</summary>
    internal static ResourceBuilder ResourceOf(string instance) => ResourceBuilder.CreateEmpty().AddService(Service, serviceVersion: ProductVersion.Text, serviceInstanceId: instance);

    /// <summary>Where to, over which transport; <paramref name="path"/> is that of the signal over HTTP.</summary>
    internal static void Set(OtlpExporterOptions exporter, TelemetryOptions options, string address, string path)
    {
        var isHttp = options.OtlpProtocol == "http";
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = isHttp ? new($"{address.TrimEnd('/')}/{path}") : new(address);
    }
}
