using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Triggers.Hosting.Options;
using Triggers.Hosting.Telemetry;
using Triggers.Model.Log;
using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Tests.Telemetry;

public sealed class OtlpTests
{
    [Fact]
    public async Task Metrics_and_spans_of_traced_events_reach_a_collector()
    {
        await using var collector = new Collector();
        var options = new TelemetryOptions { Otlp = collector.Address, OtlpProtocol = "http" };
        using (var aggregation = new Aggregation(options, "shop-0", nameof(OtlpTests)))
        using (var traces = TraceExport.Open(options, "shop-0"))
        using (var metrics = new PipelineMetrics(TimeProvider.System, meter: nameof(OtlpTests)))
        {
            metrics.Noticed("warn");
            Traces.Begin("triggers.message", ActivityKind.Producer, new TraceContext("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", null))?.Dispose();
        }

        // Protobuf has texts as they are.
        Assert.All(["triggers.notices", "shop-0"], text => Assert.Contains(text, collector.Received("/v1/metrics"), StringComparison.Ordinal));
        Assert.All(["triggers.message", "shop-0"], text => Assert.Contains(text, collector.Received("/v1/traces"), StringComparison.Ordinal));
    }

    /// <summary>Takes whatever is sent to it.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentDictionary<string, string> _received = new();
        private readonly Task _running;

        internal Collector()
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            }

            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _running = RunAsync();
        }

        internal string Address { get; }

        internal string Received(string path) => _received.GetValueOrDefault(path, "");

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _running;
            _listener.Close();
        }

        private async Task RunAsync()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream, Encoding.Latin1);
                    var body = await reader.ReadToEndAsync();
                    _received.AddOrUpdate(context.Request.Url!.AbsolutePath, body, (_, before) => before + body);
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or InvalidOperationException)
            {
                // Stopped, while it waited for a request or just before.
            }
        }
    }
}
