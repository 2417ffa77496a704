using System.Net;
using Triggers.Hosting.Health;
using Triggers.Runtime.Ports;
using Triggers.Tests.Telemetry;
using Xunit;

namespace Triggers.Tests.Hosting;

public sealed class StatusServerTests : IAsyncLifetime
{
    private readonly Instruments _instruments = new(new SetClock());
    private readonly ServePhase _phase = new();
    private readonly HttpClient _client = new();
    private StatusServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await StartAsync(0);
        _client.BaseAddress = new(_server.Url);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _instruments.Dispose();
    }

    [Fact]
    public async Task Metrics_come_as_text_and_as_OpenMetrics_when_that_is_asked_for()
    {
        var text = await _client.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", text.Content.Headers.ContentType!.ToString());
        Assert.Contains("\n# TYPE triggers_notices_total counter\n", await text.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Accept.ParseAdd("application/openmetrics-text;version=1.0.0,text/plain;q=0.5");
        var open = await _client.SendAsync(request);
        Assert.Equal("application/openmetrics-text; version=1.0.0; charset=utf-8", open.Content.Headers.ContentType!.ToString());
        Assert.EndsWith("# EOF\n", await open.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_a_status_code_for_probes_and_JSON_for_people()
    {
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/health/live")).StatusCode);
        var ready = await _client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("application/json", ready.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("""{"status":"failing","parts":[{"part":"start","ok":false,"detail":"starting"}""", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_else_is_there_and_nothing_can_be_changed()
    {
        Assert.Equal((HttpStatusCode.NotFound, "There is /metrics, /health/live, /health/ready.\n"), await ReadAsync(HttpMethod.Get, "/"));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "Only GET and HEAD.\n"), await ReadAsync(HttpMethod.Post, "/metrics"));
        Assert.Equal((HttpStatusCode.OK, ""), await ReadAsync(HttpMethod.Head, "/health/live"));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_said_with_its_remedy()
    {
        var port = new Uri(_server.Url).Port;
        var fault = await Assert.ThrowsAsync<OutsideFault>(() => StartAsync(port));
        Assert.StartsWith($"Metrics and health cannot be served at 127.0.0.1:{port}: ", fault.Message, StringComparison.Ordinal);
        Assert.Equal("Set telemetry.address to a free port of this machine (port 0 takes one), or to none.", fault.Remedy);
    }

    private async Task<(HttpStatusCode Code, string Body)> ReadAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        var response = await _client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private Task<StatusServer> StartAsync(int port) => StatusServer.StartAsync(
        new(IPAddress.Loopback, port), _instruments.Scrape, new(_phase, _instruments.Metrics.Pulses, _instruments.Metrics.Board, TimeSpan.FromMinutes(2)));
}
