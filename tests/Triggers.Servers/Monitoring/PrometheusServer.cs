using System.Globalization;
using System.Text.Json;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Monitoring;

/// <summary>A real Prometheus on a free port of loopback, with a temporary folder: scrapes every second, judges the alert rules every second.</summary>
internal sealed class PrometheusServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("triggers-prometheus-").FullName;
    private readonly HttpClient _client;
    private readonly ServerProcess _process;

    /// <summary>Starts it; returns when it is ready.</summary>
    /// <param name="targets">What it scrapes: <c>host:port</c>.</param>
    /// <param name="rules">Text of the file of rules.</param>
    internal PrometheusServer(IReadOnlyList<string> targets, string rules)
    {
        var port = Loopback.FreePorts(1)[0];
        File.WriteAllText(Path.Combine(_folder, "rules.yaml"), rules);
        File.WriteAllText(Path.Combine(_folder, "prometheus.yaml"), $$"""
            global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
            rule_files: [rules.yaml]
            scrape_configs:
              - job_name: {{AlertRules.Job}}
                static_configs: [{ targets: [{{string.Join(", ", targets.Select(target => $"'{target}'"))}}] }]
            """);
        _client = new() { BaseAddress = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
        _process = ServerProcess.Start(
            Path.Combine(_folder, "prometheus.log"), new Dictionary<string, string>(), Tool.Find("prometheus")!,
            $"--config.file={Path.Combine(_folder, "prometheus.yaml")}", $"--storage.tsdb.path={Path.Combine(_folder, "data")}",
            string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{port}"));
        _process.WaitUntil(IsReady, TimeSpan.FromSeconds(60));
    }

    /// <summary>Waits for something that must come to pass.</summary>
    internal void WaitUntil(Func<bool> reached, TimeSpan atMost) => _process.WaitUntil(reached, atMost);

    /// <summary>The values of an instant query, by the labels of their series.</summary>
    internal IReadOnlyDictionary<string, double> Query(string expression)
    {
        using var response = _client.Send(new(HttpMethod.Get, $"/api/v1/query?query={Uri.EscapeDataString(expression)}"));
        using var answer = JsonDocument.Parse(response.Content.ReadAsStream());
        var root = answer.RootElement;
        return root.GetProperty("status").GetString() == "success"
            ? root.GetProperty("data").GetProperty("result").EnumerateArray().ToDictionary(
                result => result.GetProperty("metric").ToString(),
                result => double.Parse(result.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{expression}: {root}");
    }

    /// <summary>True while an alert fires, by PromQL.</summary>
    internal bool Fires(string alert) => Query($"ALERTS{{alertname=\"{alert}\", alertstate=\"firing\"}}").Count > 0;

    public void Dispose()
    {
        _process.Dispose();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private bool IsReady()
    {
        try
        {
            using var response = _client.Send(new(HttpMethod.Get, "/-/ready"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
