using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace Triggers.Hosting.Telemetry;

/// <summary>
/// What is changed about instruments of the .NET runtime: in Prometheus a name that ends with <c>_count</c> is part of a histogram, so those are renamed or left out.
/// </summary>
internal static class InstrumentView
{
    private static readonly Dictionary<string, string?> Renamed = new(StringComparer.Ordinal)
    {
        ["dotnet.thread_pool.thread.count"] = "dotnet.thread_pool.threads",
        ["dotnet.process.cpu.count"] = "dotnet.process.cpus",
        ["dotnet.timer.count"] = null,
        ["dotnet.assembly.count"] = null,
    };

    /// <summary>For the provider: null leaves an instrument as it is.</summary>
    internal static MetricStreamConfiguration? Of(Instrument instrument) =>
        !Renamed.TryGetValue(instrument.Name, out var name) ? null
        : name is null ? MetricStreamConfiguration.Drop
        : new() { Name = name };
}
