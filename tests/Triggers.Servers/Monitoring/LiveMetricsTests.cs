using System.Net;
using System.Text;
using Confluent.Kafka;
using Triggers.Servers.Fixtures;
using Triggers.Servers.Serving;
using Xunit;

namespace Triggers.Servers.Monitoring;

/// <summary>What a live process tells about itself, on a real broker and a real Redis.</summary>
[Collection(ServerCollection.Name)]
public sealed class LiveMetricsTests(ServerSet servers)
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [ServerFact]
    public void A_process_becomes_ready_counts_what_it_does_and_stops_in_good_order()
    {
        using var live = new LiveInstallation(servers, CartWorkspace.Files, partitions: 1);
        var process = live.Serve(live.Names.Prefix + "-a");
        using var status = new StatusClient(process.Url);
        process.WaitUntil(status.IsReady, Patience);
        Assert.Equal(HttpStatusCode.OK, status.Get("/health/live").Code);

        using var feed = new CartFeed(live);
        process.WaitUntil(() => status.Sum("triggers_message_latency_seconds_count") > 50 && status.Sum("triggers_timers_fired_total") > 5, Patience);
        feed.Stop();
        process.WaitUntil(() => status.Sum("triggers_source_records_total") >= feed.Produced, Patience);
        Assert.Equal(feed.Broken, status.Sum("triggers_source_records_total{outcome=\"dead\""));
        process.WaitUntil(() => status.Sum("triggers_events_total") >= feed.Produced - feed.Broken, Patience);
        Assert.Equal(feed.Produced - feed.Broken, status.Sum("triggers_events_total"));

        // Two partitions are read, and the marker of the last transaction may be left in each.
        process.WaitUntil(() => status.Sum("triggers_consumer_lag") <= 2 && status.Get("/metrics").Body.Contains("\ntriggers_consumer_lag{", StringComparison.Ordinal), Patience);

        var text = status.Get("/metrics").Body;
        Assert.Equal(1, status.Sum("triggers_partitions{state=\"running\"}"));
        Assert.Equal(status.Sum("triggers_messages_total"), status.Sum("triggers_decisions_total{gate=\"none\",outcome=\"sent\""));
        MetricsAreSound(text, status.Get("/metrics", "application/openmetrics-text").Body);
        DashboardsAndAlertsAskForWhatIsThere(text);
        AMessageBelongsToTheTraceOfItsEvent(live, process);
        AProcessToSpareIsReadyToo(live);
        Assert.Equal(0, process.Stop());
    }

    /// <summary>From the header of the source record through the log to the header of the message, for one that leaves at once and for one after a wait.</summary>
    private static void AMessageBelongsToTheTraceOfItsEvent(LiveInstallation live, LiveProcess process)
    {
        using (var producer = live.OpenProducer())
        {
            var time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            Produce(producer, $$"""{"id":"traced-1","customer":"traced","time":{{time}},"type":"app.installed","token":"t"}""");
            Produce(producer, $$"""{"id":"traced-2","customer":"traced","time":{{time}},"type":"cart.updated","cart":"k","value":95}""");
            producer.Flush(CancellationToken.None);
        }

        List<ConsumeResult<string, string>> traced = [];
        process.WaitUntil(() => (traced = live.Committed(live.Outbound).FindAll(record => record.Message.Value.Contains("user:traced", StringComparison.Ordinal))).Count == 2, Patience);
        Assert.Equal([Trace, Trace], traced.Select(record => Encoding.UTF8.GetString(record.Message.Headers.GetLastBytes("traceparent"))));

        void Produce(IProducer<string, byte[]> producer, string record) => producer.Produce(
            live.Source, new() { Key = "traced", Value = Encoding.UTF8.GetBytes(record), Headers = new() { { "traceparent", Encoding.UTF8.GetBytes(Trace) } } });
    }

    /// <summary>More processes than partitions: it stands by, and a rollout must not wait for it.</summary>
    private static void AProcessToSpareIsReadyToo(LiveInstallation live)
    {
        var process = live.Serve(live.Names.Prefix + "-b");
        using var status = new StatusClient(process.Url);
        process.WaitUntil(status.IsReady, Patience);
        Assert.Contains("\"detail\":\"0 of 0 run\"", status.Get("/health/ready").Body, StringComparison.Ordinal);
        Assert.Equal(0, process.Stop());
    }

    private static void DashboardsAndAlertsAskForWhatIsThere(string text)
    {
        var told = text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('{', ' ')[0]).ToHashSet();
        var used = UsedMetrics.All();
        Assert.Empty(used.Where(metric => !told.Contains(metric.Key)).Select(metric => $"{metric.Key} is not told; used by {string.Join(", ", metric.Distinct())}"));
        Assert.True(used.Count > 25, $"Only {used.Count} metrics are asked for.");
    }

    /// <summary>As promtool finds them, where it is; and every family has help.</summary>
    private static void MetricsAreSound(string text, string open)
    {
        Assert.EndsWith("# EOF\n", open, StringComparison.Ordinal);
        if (Tool.Missing("promtool") is null)
        {
            Assert.Equal((0, ""), Tool.Run("promtool", text, "check", "metrics"));
        }

        var helped = text.Split('\n').Where(line => line.StartsWith("# HELP ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToHashSet();
        var typed = text.Split('\n').Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToList();
        Assert.Equal(typed, typed.Where(helped.Contains));
        Assert.True(typed.Count > 30, $"Only {typed.Count} metrics were told.");
    }
}
