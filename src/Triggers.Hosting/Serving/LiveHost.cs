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
    public static async Task ServeAsync(WorkspacePlan plan, WorkspaceFiles files, ServeOptions options, INotices notices, CancellationToken stop)
    {
        RefuseCsv(plan);
        RefuseGroups(plan);
        var time = TimeProvider.System;
        var bundle = WorkspaceBundle.Pack(files);
        await using var store = await RedisStateStore.ConnectAsync(options.Redis, notices, stop).ConfigureAwait(false);
        using var ports = await KafkaPorts
            .ConnectAsync(options.Kafka, options.Worker.Topics, OutboundTopics(plan), SourceTopics(plan), line => notices.Info($"kafka client: {line}"))
            .ConfigureAwait(false);
        using var trace = OpenTrace();
        notices.Info($"Kafka at {options.Kafka.BootstrapServers}, {ports.Partitions} partitions; {options.Redis}; transactional id {options.Worker.TransactionalId}.");
        new LivePipeline(ports, store, plan, bundle, options.Secret, options.Worker, time, notices, trace ?? (IProtocolTrace)new NoProtocolTrace()).Run(stop);
        notices.Info("Stopped in good order.");
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

    /// <summary>Rows of one event may be far apart in a topic, and ingest keeps nothing between its transactions.</summary>
    private static void RefuseGroups(WorkspacePlan plan)
    {
        if (plan.Catalogue.Sources.FirstOrDefault(s => s.Group is not null) is { } source)
        {
            throw new OutsideFault(
                $"The workspace groups the rows of topic {source.Topic}, which is done for files only.",
                "Write one record an event to the topic, and remove `group` from its mapping in events.yaml.");
        }
    }

    private static ProtocolTraceFile? OpenTrace() =>
        Environment.GetEnvironmentVariable(ProtocolTraceFile.Variable) is { Length: > 0 } path ? new(path) : null;
}
