using Confluent.Kafka;

namespace Triggers.Kafka.Connection;

/// <summary>The configurations of all clients: options → librdkafka's properties, and those on which exactly-once rests.</summary>
internal static class ClientSettings
{
    /// <summary>Upper bound in milliseconds of a fetch that finds nothing; also how long a partition that starts may wait behind one.</summary>
    private const int FetchWaitMs = 100;

    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "bootstrap.servers", "metadata.broker.list", "group.id", "group.protocol", "group.instance.id", "transactional.id", "transaction.timeout.ms", "socket.timeout.ms",
        "session.timeout.ms", "heartbeat.interval.ms", "max.poll.interval.ms", "linger.ms", "queue.buffering.max.ms", "enable.idempotence", "acks", "request.required.acks",
        "isolation.level", "enable.auto.commit", "enable.auto.offset.store", "auto.offset.reset", "partition.assignment.strategy", "partitioner", "enable.partition.eof",
        "message.timeout.ms", "delivery.timeout.ms", "allow.auto.create.topics", "max.in.flight", "max.in.flight.requests.per.connection",
    };

    /// <summary>True for a property that users cannot set.</summary>
    public static bool IsOwn(string property) => Own.Contains(property);

    /// <summary>A member of the trigger group: incremental rebalances, stable offsets, no reset.</summary>
    public static ConsumerConfig LogMember(KafkaOptions options) =>
        Member(options, options.TriggerGroup, AutoOffsetReset.Error, PartitionAssignmentStrategy.CooperativeSticky);

    /// <summary>
    /// A member of the ingest group: eager rebalances, so that every take-away drops all that was read, and the committed offsets decide anew.
    /// </summary>
    public static ConsumerConfig SourceMember(KafkaOptions options) =>
        Member(options, options.IngestGroup, AutoOffsetReset.Earliest, PartitionAssignmentStrategy.Range);

    /// <summary>A reader of single partitions; it never joins the group it names.</summary>
    public static ConsumerConfig Reader(KafkaOptions options, IsolationLevel isolation)
    {
        var config = Consumer(options, options.TriggerGroup, AutoOffsetReset.Error);
        config.IsolationLevel = isolation;
        config.EnablePartitionEof = true;
        return config;
    }

    /// <summary>An idempotent producer without transactions.</summary>
    public static ProducerConfig Appender(KafkaOptions options)
    {
        var config = Producer(options);
        config.MessageTimeoutMs = Milliseconds(options.ConnectTimeout);
        return config;
    }

    /// <summary>A transactional producer.</summary>
    public static ProducerConfig Transactional(KafkaOptions options, string transactionalId)
    {
        var config = Producer(options);
        config.TransactionalId = transactionalId;
        config.TransactionTimeoutMs = Milliseconds(options.TransactionTimeout);
        return config;
    }

    /// <summary>For topics and their settings.</summary>
    public static AdminClientConfig Admin(KafkaOptions options) => AnyClient(options, new AdminClientConfig());

    private static ConsumerConfig Member(KafkaOptions options, string group, AutoOffsetReset reset, PartitionAssignmentStrategy strategy)
    {
        var config = Consumer(options, group, reset);
        config.IsolationLevel = IsolationLevel.ReadCommitted;
        config.SessionTimeoutMs = Milliseconds(options.SessionTimeout);
        config.HeartbeatIntervalMs = Milliseconds(options.SessionTimeout / 3);
        config.MaxPollIntervalMs = Milliseconds(options.PollInterval);
        config.PartitionAssignmentStrategy = strategy;
        return config;
    }

    private static ConsumerConfig Consumer(KafkaOptions options, string group, AutoOffsetReset reset) => AnyClient(options, new ConsumerConfig
    {
        GroupId = group,
        GroupProtocol = GroupProtocol.Classic,
        EnableAutoCommit = false,
        EnableAutoOffsetStore = false,
        AutoOffsetReset = reset,
        FetchWaitMaxMs = FetchWaitMs,
        AllowAutoCreateTopics = false,
    });

    private static ProducerConfig Producer(KafkaOptions options) => AnyClient(options, new ProducerConfig
    {
        Acks = Acks.All,
        EnableIdempotence = true,
        Partitioner = Partitioner.Murmur2Random,
        LingerMs = options.Linger.TotalMilliseconds,
        DeliveryReportFields = "timestamp",
        TopicMetadataPropagationMaxMs = Milliseconds(options.SocketTimeout),
        AllowAutoCreateTopics = false,
    });

    private static TConfig AnyClient<TConfig>(KafkaOptions options, TConfig config)
        where TConfig : ClientConfig
    {
        config.BootstrapServers = options.BootstrapServers;
        config.ClientId = "triggers";
        config.SocketTimeoutMs = Milliseconds(options.SocketTimeout);
        config.SocketKeepaliveEnable = true;
        config.ReconnectBackoffMaxMs = 1_000;
        config.LogConnectionClose = false;
        foreach (var (name, value) in options.Properties)
        {
            config.Set(name, value);
        }

        return config;
    }

    private static int Milliseconds(TimeSpan span) => (int)span.TotalMilliseconds;
}
