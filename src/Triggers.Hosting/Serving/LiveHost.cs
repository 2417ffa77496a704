using Triggers.Hosting.Health;
using Triggers.Hosting.Options;
using Triggers.Hosting.Telemetry;
using Triggers.Kafka;
using Triggers.Redis;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Serving;

/// <summary>A live process on a real Kafka and a real Redis: connects, checks, serves. The place that knows every part.</summary>
public static class LiveHost
{
    /// <summary>Serves until <paramref name="stop"/>.</summary>
    /// <param name="given">The workspace to publish and to serve; null: the newest of the topic of rules, and each newer one as it is published.</param>
    /// <param name="options">The configuration.</param>
    /// <param name="writer">Takes the lines for the engineer on call.</param>
    /// <param name="stop">Ends it in good order.</param>
    /// <exception cref="OutsideFault">It cannot start or go on; the message says why and what to do.</exception>
    public static async Task ServeAsync(LiveRules? given, ServeOptions options, INotices writer, CancellationToken stop)
    {
        var time = TimeProvider.System;
        // Aggregation comes first: what is measured before somebody listens is lost.
        using var aggregation = new Aggregation(options.Telemetry, options.Worker.TransactionalId);
        using var traces = TraceExport.Open(options.Telemetry, options.Worker.TransactionalId);
        using var metrics = new PipelineMetrics(time, options.Telemetry.TriggersMax);
        metrics.Gauges.Add(ProductVersion.Gauge);
        var notices = new CountedNotices(writer, metrics);
        var phase = new ServePhase();
        var health = new ProcessHealth(phase, metrics.Pulses, metrics.Board, options.Telemetry.StuckAfter);
        await using var server = await StartServerAsync(options.Telemetry, aggregation.Scrape, health, notices).ConfigureAwait(false);
        using var stopping = stop.Register(() => phase.Do("stopping"));
        var lags = new LagWatch(time);
        lags.Measure(metrics.Gauges);
        health.Watch(lags);
        var telemetry = new ServeTelemetry(time, notices, metrics, phase, health, lags);
        do
        {
            phase.Do("reading the rules");
            await ServeOnceAsync(given ?? await PublishedRules.ReadAsync(options).ConfigureAwait(false), follows: given is null, options, telemetry, stop).ConfigureAwait(false);
        }
        while (!stop.IsCancellationRequested);
        notices.Info("Stopped in good order.");
    }

    /// <summary>Until the stop; or, where it follows the topic, until a newer version is there.</summary>
    private static async Task ServeOnceAsync(LiveRules rules, bool follows, ServeOptions options, ServeTelemetry telemetry, CancellationToken stop)
    {
        LiveLimits.Check(rules.Plan);
        var (time, notices, metrics, phase, health, lags) = telemetry;
        metrics.Expect(rules.Plan.Triggers.Select(trigger => trigger.Name));
        phase.Do("connecting to Redis");
        await using var store = new MeasuredStateStore(await RedisStateStore.ConnectAsync(options.Redis, notices, stop).ConfigureAwait(false), metrics, time);
        health.Watch(store);
        phase.Do("connecting to Kafka");
        using var ports = await KafkaPorts
            .ConnectAsync(options.Kafka, options.Worker.Topics, rules.OutboundTopics, rules.SourceTopics, line => notices.Info($"kafka client: {line}"))
            .ConfigureAwait(false);
        lags.Watch(ports, rules.SourceTopics);
        using var trace = OpenTrace();
        notices.Info($"Kafka at {options.Kafka.BootstrapServers}, {ports.Partitions} partitions; {options.Redis}; transactional id {options.Worker.TransactionalId}.");
        phase.Do("publishing the rules");
        new LivePipeline(ports, store, rules, follows, options.Secret, options.Worker, telemetry, trace ?? (IProtocolTrace)new NoProtocolTrace()).Run(stop);
    }

    private static async Task<StatusServer?> StartServerAsync(TelemetryOptions options, Scrape scrape, ProcessHealth health, CountedNotices notices)
    {
        if (options.Endpoint is not { } endpoint)
        {
            return null;
        }

        var server = await StatusServer.StartAsync(endpoint, scrape, health).ConfigureAwait(false);
        notices.Info($"Metrics and health at {server.Url}.");
        return server;
    }

    private static ProtocolTraceFile? OpenTrace() =>
        Environment.GetEnvironmentVariable(ProtocolTraceFile.Variable) is { Length: > 0 } path ? new(path) : null;
}
