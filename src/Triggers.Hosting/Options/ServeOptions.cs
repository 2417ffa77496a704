using Triggers.Kafka;
using Triggers.Model.Customers;
using Triggers.Redis;
using Triggers.Runtime.Delivery;
using Triggers.Runtime.Ports;

namespace Triggers.Hosting.Options;

/// <summary>The whole configuration of a live process. Each part keeps its own defaults and ranges; this one names the settings.</summary>
/// <param name="Kafka">Section <c>kafka</c>.</param>
/// <param name="Redis">Section <c>redis</c>.</param>
/// <param name="Worker">Section <c>worker</c>, and <c>kafka.topicPrefix</c>.</param>
/// <param name="Telemetry">Section <c>telemetry</c>.</param>
/// <param name="Secret">Section <c>keys</c>: <c>secret</c>, at least 16 characters, or <c>secretFile</c>. It must never change.</param>
public sealed record ServeOptions(KafkaOptions Kafka, RedisOptions Redis, WorkerOptions Worker, TelemetryOptions Telemetry, KeySecret Secret)
{
    /// <summary>Reads a configuration file.</summary>
    /// <exception cref="OutsideFault">The file is missing or cannot be used; all faults are said at once.</exception>
    public static ServeOptions Load(string path)
    {
        try
        {
            return Read(path, File.ReadAllText(path), Environment.GetEnvironmentVariable);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutsideFault($"The configuration {path} cannot be read: {e.Message}", "Give the path of a configuration file with --config; docs/operations.md shows one.");
        }
    }

    /// <summary>Reads the text of a configuration file.</summary>
    /// <exception cref="OutsideFault">It cannot be used.</exception>
    public static ServeOptions Read(string name, string text, Func<string, string?> environment)
    {
        var reader = new ConfigReader(text, environment);
        var kafka = ReadKafka(reader);
        var redis = ReadRedis(reader);
        var worker = ReadWorker(reader);
        var telemetry = ReadTelemetry(reader);
        var secret = ReadSecret(reader);
        reader.Add(kafka.Faults());
        reader.Add(redis.Faults().Select(fault => "redis." + fault));
        reader.Add(worker.Faults());
        reader.Add(telemetry.Faults());
        reader.Add(TooSoonStuck(telemetry, kafka));
        reader.ThrowIfFaulty(name);
        return new(kafka, redis, worker, telemetry, secret!);
    }

    private static KafkaOptions ReadKafka(ConfigReader reader)
    {
        var d = new KafkaOptions();
        return new()
        {
            BootstrapServers = reader.Text("kafka.bootstrapServers") ?? d.BootstrapServers,
            TriggerGroup = reader.Text("kafka.triggerGroup") ?? d.TriggerGroup,
            IngestGroup = reader.Text("kafka.ingestGroup") ?? d.IngestGroup,
            TransactionTimeout = reader.Duration("kafka.transactionTimeout", d.TransactionTimeout),
            SocketTimeout = reader.Duration("kafka.socketTimeout", d.SocketTimeout),
            SessionTimeout = reader.Duration("kafka.sessionTimeout", d.SessionTimeout),
            PollInterval = reader.Duration("kafka.pollInterval", d.PollInterval),
            Linger = reader.Duration("kafka.linger", d.Linger),
            ConnectTimeout = reader.Duration("kafka.connectTimeout", d.ConnectTimeout),
            Properties = PropertiesFile.Join(reader.Map("kafka.properties"), reader),
            Topics = new()
            {
                Partitions = reader.Number("kafka.topics.partitions", d.Topics.Partitions),
                Replicas = reader.Text("kafka.topics.replicas") is null ? d.Topics.Replicas : reader.Number("kafka.topics.replicas", 1),
                Retention = reader.Duration("kafka.topics.retention", d.Topics.Retention),
                TombstoneRetention = reader.Duration("kafka.topics.tombstoneRetention", d.Topics.TombstoneRetention),
                CompactedSegment = reader.Number("kafka.topics.compactedSegment", d.Topics.CompactedSegment),
            },
        };
    }

    private static RedisOptions ReadRedis(ConfigReader reader)
    {
        var d = new RedisOptions();
        return new()
        {
            Endpoints = reader.List("redis.endpoints", d.Endpoints),
            User = reader.Text("redis.user"),
            Password = reader.Text("redis.password"),
            Database = reader.Number("redis.database", d.Database),
            Tls = reader.Flag("redis.tls", d.Tls),
            TlsHost = reader.Text("redis.tlsHost"),
            KeyPrefix = reader.Text("redis.keyPrefix") ?? d.KeyPrefix,
            CallTimeout = reader.Duration("redis.callTimeout", d.CallTimeout),
            ConnectTimeout = reader.Duration("redis.connectTimeout", d.ConnectTimeout),
        };
    }

    private static WorkerOptions ReadWorker(ConfigReader reader)
    {
        var d = new WorkerOptions();
        return new()
        {
            TransactionalId = reader.Text("worker.transactionalId") ?? d.TransactionalId,
            CommitInterval = reader.Duration("worker.commitInterval", d.CommitInterval),
            ChangedCustomersMax = reader.Number("worker.changedCustomersMax", d.ChangedCustomersMax),
            PollRecordsMax = reader.Number("worker.pollRecordsMax", d.PollRecordsMax),
            UnstoredBatchesMax = reader.Number("worker.unstoredBatchesMax", d.UnstoredBatchesMax),
            CachedStates = reader.Number("worker.cachedStates", d.CachedStates),
            TickInterval = reader.Duration("worker.tickInterval", d.TickInterval),
            IdleCheckInterval = reader.Duration("worker.idleCheckInterval", d.IdleCheckInterval),
            BrokerTimeout = reader.Duration("worker.brokerTimeout", d.BrokerTimeout),
            FlushTimeout = reader.Duration("worker.flushTimeout", d.FlushTimeout),
            Topics = new(reader.Text("kafka.topicPrefix") ?? d.Topics.Prefix),
        };
    }

    private static TelemetryOptions ReadTelemetry(ConfigReader reader)
    {
        var d = new TelemetryOptions();
        return new()
        {
            Address = reader.Text("telemetry.address") ?? d.Address,
            TriggersMax = reader.Number("telemetry.triggersMax", d.TriggersMax),
            StuckAfter = reader.Duration("telemetry.stuckAfter", d.StuckAfter),
            Log = reader.Text("telemetry.log") ?? d.Log,
            Otlp = reader.Text("telemetry.otlp"),
            OtlpProtocol = reader.Text("telemetry.otlpProtocol") ?? d.OtlpProtocol,
            OtlpInterval = reader.Duration("telemetry.otlpInterval", d.OtlpInterval),
        };
    }

    /// <summary>A turn may wait for a producer to be initialised, or for flush, offsets and commit: a slow broker must not look like a stuck thread.</summary>
    private static IEnumerable<string> TooSoonStuck(TelemetryOptions telemetry, KafkaOptions kafka) => telemetry.StuckAfter >= 4 * kafka.TransactionTimeout ? [] :
    [
        $"telemetry.stuckAfter is {OptionDuration.Write(telemetry.StuckAfter)}; with a kafka.transactionTimeout of {OptionDuration.Write(kafka.TransactionTimeout)}"
            + $" it must be {OptionDuration.Write(4 * kafka.TransactionTimeout)} or more.",
    ];

    private static KeySecret? ReadSecret(ConfigReader reader)
    {
        var text = reader.Text("keys.secret");
        if (reader.Text("keys.secretFile") is { } file)
        {
            text = File.Exists(file) ? File.ReadAllText(file).Trim() : null;
            if (text is null)
            {
                reader.Add([$"keys.secretFile is '{file}', which is not there."]);
                return null;
            }
        }

        var secret = System.Text.Encoding.UTF8.GetBytes(text ?? "");
        if (secret.Length >= KeySecret.LengthMin)
        {
            return new(secret);
        }

        reader.Add([$"keys.secret has {secret.Length} characters; at least {KeySecret.LengthMin} are needed. Make one once with `openssl rand -hex 32` and never change it."]);
        return null;
    }
}
