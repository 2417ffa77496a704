using Microsoft.Net.Http.Headers;

namespace Triggers.Hosting.Telemetry;

/// <summary>The two text forms in which metrics are exposed. Source: Prometheus' text format 0.0.4, and OpenMetrics 1.0.0.</summary>
public sealed class ExpositionForm
{
    private const string OpenMetricsType = "application/openmetrics-text";

    private ExpositionForm(string contentType, bool isOpen)
    {
        ContentType = contentType;
        IsOpen = isOpen;
    }

    /// <summary>What every scraper reads.</summary>
    public static ExpositionForm Text { get; } = new("text/plain; version=0.0.4; charset=utf-8", false);

    /// <summary>With units, and an end by which a broken answer is known.</summary>
    public static ExpositionForm OpenMetrics { get; } = new($"{OpenMetricsType}; version=1.0.0; charset=utf-8", true);

    /// <summary>Value of the header <c>Content-Type</c>.</summary>
    public string ContentType { get; }

    /// <summary>True for OpenMetrics.</summary>
    public bool IsOpen { get; }

    /// <summary>The form that a header <c>Accept</c> prefers; without one that is known: text.</summary>
    public static ExpositionForm Of(IEnumerable<string?> accept)
    {
        if (!MediaTypeHeaderValue.TryParseList([.. accept.Select(value => value ?? "")], out var types))
        {
            return Text;
        }

        var preferred = types
            .Where(type => type.MediaType.Equals(OpenMetricsType, StringComparison.OrdinalIgnoreCase) || type.MatchesMediaType("text/plain"))
            .MaxBy(type => type.Quality ?? 1);
        return preferred is not null && preferred.MediaType.Equals(OpenMetricsType, StringComparison.OrdinalIgnoreCase) ? OpenMetrics : Text;
    }
}
