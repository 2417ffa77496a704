using Triggers.Hosting.Health;
using Triggers.Hosting.Options;
using Triggers.Hosting.Telemetry;
using Triggers.Kafka;
using Triggers.Language.Plan;
using Triggers.Language.Schema;
using Triggers.Language.Workspaces;
using Triggers.Redis;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Serving;

/// <summary>A live process on a real Kafka and a real Redis: connects, checks, serves. The place that knows every part.</summary>
public static class LiveHost
{
    /// <summary>Serves a checked workspace until <paramref name="stop"/>.</summary>
    /// <exception cref="OutsideFault">It cannot start or go on; the message says why and what to do.</exception>
    public static async Task ServeAsync(WorkspacePlan plan, WorkspaceFiles files, ServeOptions options, INotices writer, CancellationToken stop)
    {
        RefuseCsv(plan);
        var time = TimeProvider.System;
        // Aggregation comes first: what is measured before somebody listens is lost.
        using var aggregation = new Aggregation(options.Telemetry, options.Worker.TransactionalId);
        using var traces = TraceExport.Open(options.Telemetry, options.Worker.TransactionalId);
        using var metrics = new PipelineMetrics(time, options.Telemetry.TriggersMax);
        metrics.Gauges.Add(ProductVersion.Gauge);
        metrics.Expect(plan.Triggers.Select(trigger => trigger.Name));
        var notices = new CountedNotices(writer, metrics);
        var phase = new ServePhase();
        var health = new ProcessHealth(phase, metrics.Pulses, metrics.Board, options.Telemetry.StuckAfter);
        await using var server = await StartServerAsync(options.Telemetry, aggregation.Scrape, health, notices).ConfigureAwait(false);
        using var stopping = stop.Register(() => phase.Do("stopping"));
        await ServeAsync(plan, WorkspaceBundle.Pack(files), options, new(time, notices, metrics, phase, health), stop).ConfigureAwait(false);
        notices.Info("Stopped in good order.");
    }

    private static async Task ServeAsync(WorkspacePlan plan, byte[] bundle, ServeOptions options, ServeTelemetry telemetry, CancellationToken stop)
    {
        var (time, notices, metrics, phase, health) = telemetry;
        phase.Do("connecting to Redis");
        await using var store = new MeasuredStateStore(await RedisStateStore.ConnectAsync(options.Redis, notices, stop).ConfigureAwait(false), metrics, time);
        health.Watch(store);
        phase.Do("connecting to Kafka");
        using var ports = await KafkaPorts
            .ConnectAsync(options.Kafka, options.Worker.Topics, OutboundTopics(plan), SourceTopics(plan), line => notices.Info($"kafka client: {line}"))
            .ConfigureAwait(false);
        var lags = new LagWatch(ports, SourceTopics(plan), time);
        lags.Measure(metrics.Gauges);
        health.Watch(lags);
        using var trace = OpenTrace();
        notices.Info($"Kafka at {options.Kafka.BootstrapServers}, {ports.Partitions} partitions; {options.Redis}; transactional id {options.Worker.TransactionalId}.");
        phase.Do("publishing the rules");
        new LivePipeline(ports, store, plan, bundle, options.Secret, options.Worker, telemetry, lags, trace ?? (IProtocolTrace)new NoProtocolTrace()).Run(stop);
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

    /// <summary>The topics its channels write to, each once.</summary>
    public static IReadOnlyList<string> OutboundTopics(WorkspacePlan plan) => [.. plan.Channels.Select(c => c.Topic).Distinct(StringComparer.Ordinal)];

    /// <summary>The topics its events come from.</summary>
    public static IReadOnlyList<string> SourceTopics(WorkspacePlan plan) => [.. plan.Catalogue.Sources.Select(s => s.Topic)];

    /// <summary>A row means nothing without its header line, and a topic has none.</summary>
    private static void RefuseCsv(WorkspacePlan plan)
    {
        if (plan.Catalogue.Sources.FirstOrDefault(s => s.Format == SourceFormat.Csv) is { } source)
        {
            throw new OutsideFault(
                $"The workspace reads topic {source.Topic} as CSV, which is read from files only.",
                "Write JSON objects to the topic, and `format: json` into its mapping in events.yaml.");
        }
    }

    private static ProtocolTraceFile? OpenTrace() =>
        Environment.GetEnvironmentVariable(ProtocolTraceFile.Variable) is { Length: > 0 } path ? new(path) : null;
}
