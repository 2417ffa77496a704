using OpenTelemetry;
using OpenTelemetry.Trace;
using Triggers.Hosting.Options;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Telemetry;

/// <summary>Sends the spans of traced events by OTLP where a collector is configured. Sources decide what is traced: no trace begins here.</summary>
internal static class TraceExport
{
    /// <summary>Begins to send; null: no collector is configured. Disposing sends what is left.</summary>
    internal static IDisposable? Open(TelemetryOptions options, string instance) => options.Otlp is not { } address ? null : Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(Aggregation.ResourceOf(instance))
        .AddSource(Traces.SourceName)
        .SetSampler(new ParentBasedSampler(new AlwaysOffSampler()))
        .AddOtlpExporter(exporter => Aggregation.Set(exporter, options, address, "v1/traces"))
        .Build();
}
