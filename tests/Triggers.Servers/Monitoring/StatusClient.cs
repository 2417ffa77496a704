using System.Globalization;
using System.Net;

namespace Triggers.Servers.Monitoring;

/// <summary>Asks a live process how it is.</summary>
internal sealed class StatusClient(Uri url) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>True when it is ready.</summary>
    internal bool IsReady() => Get("/health/ready").Code == HttpStatusCode.OK;

    /// <summary>Status code and body; 0 and the reason where nobody answers.</summary>
    internal (HttpStatusCode Code, string Body) Get(string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        try
        {
            using var response = _client.Send(request);
            using var reader = new StreamReader(response.Content.ReadAsStream());
            return (response.StatusCode, reader.ReadToEnd());
        }
        catch (HttpRequestException e)
        {
            return (0, e.Message);
        }
    }

    /// <summary>The sum of all series whose name and labels begin so; 0 when there is none.</summary>
    internal double Sum(string series) => Get("/metrics").Body.Split('\n')
        .Where(line => line.StartsWith(series, StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));

    public void Dispose() => _client.Dispose();
}
