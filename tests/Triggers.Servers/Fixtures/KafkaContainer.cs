using Testcontainers.Kafka;

namespace Triggers.Servers.Fixtures;

/// <summary>One broker in a container, where a Docker engine answers and no distribution is at hand.</summary>
public sealed class KafkaContainer : IDisposable
{
    private const string Image = "apache/kafka:4.1.1";

    private readonly Testcontainers.Kafka.KafkaContainer _container;

    private KafkaContainer(Testcontainers.Kafka.KafkaContainer container) => _container = container;

    /// <summary><c>host:port</c>.</summary>
    public string Address => _container.GetBootstrapAddress().Replace("PLAINTEXT://", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/');

    /// <summary>Starts it; the first time the image is pulled.</summary>
    public static KafkaContainer Start()
    {
        var container = new KafkaBuilder(Image)
            .WithEnvironment("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .WithEnvironment("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .WithEnvironment("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "500")
            .WithEnvironment("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4")
            .WithEnvironment("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
            .WithEnvironment("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1")
            .WithEnvironment("KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000")
            .Build();
        container.StartAsync().GetAwaiter().GetResult();
        return new(container);
    }

    /// <inheritdoc/>
    public void Dispose() => _container.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
