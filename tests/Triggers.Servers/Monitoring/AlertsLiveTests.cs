using System.Globalization;
using System.Net;
using Triggers.Servers.Fixtures;
using Triggers.Servers.Serving;
using Xunit;

namespace Triggers.Servers.Monitoring;

/// <summary>The way of an alert: a live system under load, a real Prometheus that scrapes it, a fault, the alert for that fault, its end.</summary>
[Collection(ServerCollection.Name)]
public sealed class AlertsLiveTests(ServerSet servers)
{
    private const string Duration = "10s";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [MonitoredFact]
    public void The_alert_for_a_Redis_that_does_not_answer_fires_and_clears()
    {
        using var redis = RedisServer.StartOwn();
        using var live = new LiveInstallation(servers, CartWorkspace.Files, partitions: 2, redis.Address);
        var process = live.Serve(live.Names.Prefix + "-a");
        using var status = new StatusClient(process.Url);
        process.WaitUntil(status.IsReady, Patience);
        using var prometheus = new PrometheusServer([process.Url.Authority], AlertRules.Text(Duration));
        using var feed = new CartFeed(live);
        prometheus.WaitUntil(() => Sum(prometheus, "rate(triggers_messages_total[5s])") > 0 && Sum(prometheus, "triggers_store_states_total{operation=\"store\"}") > 0, Patience);
        Assert.False(prometheus.Fires("TriggersRedisFailing"));

        redis.Freeze();
        prometheus.WaitUntil(() => prometheus.Fires("TriggersRedisFailing"), Patience);
        var (code, ready) = status.Get("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, code);
        Assert.Contains("{\"part\":\"redis\",\"ok\":false,\"detail\":\"has not answered for ", ready, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, status.Get("/health/live").Code);

        redis.Thaw();
        prometheus.WaitUntil(() => !prometheus.Fires("TriggersRedisFailing"), Patience);
        process.WaitUntil(status.IsReady, Patience);
        prometheus.WaitUntil(() => Sum(prometheus, "rate(triggers_messages_total[5s])") > 0, Patience);
        Assert.True(prometheus.Fires("TriggersDeadLetters"), "A tenth of the records are no events.");
        Assert.Empty(prometheus.Query("ALERTS{severity=\"critical\", alertstate=\"firing\"}").Keys);
        Assert.Equal(0, process.Stop());
    }

    private static double Sum(PrometheusServer prometheus, string expression) =>
        prometheus.Query(string.Create(CultureInfo.InvariantCulture, $"sum({expression})")).Values.FirstOrDefault();
}
