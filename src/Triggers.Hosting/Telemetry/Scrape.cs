using OpenTelemetry.Metrics;

namespace Triggers.Hosting.Telemetry;

/// <summary>Reads all metrics of the process at the moment of the call, as text. Thread-safe.</summary>
public sealed class Scrape : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly ExpositionWriter _writer = new();

    /// <summary>Made before the SDK's provider, which takes <see cref="Reader"/>.</summary>
    internal Scrape() => Reader = new(_writer);

    /// <summary>For the provider, which disposes of it.</summary>
    internal BaseExportingMetricReader Reader { get; }

    /// <summary>UTF-8 text in the form asked for.</summary>
    public byte[] Read(ExpositionForm form)
    {
        lock (_lock)
        {
            _writer.Form = form;
            Reader.Collect((int)Patience.TotalMilliseconds);
            return _writer.Take();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Reader.Dispose();
        _writer.Dispose();
    }
}
