namespace Triggers.Servers.Fixtures;

/// <summary>The real servers that a test talks to.</summary>
[Flags]
public enum Needs
{
    /// <summary>A Kafka broker: <see cref="KafkaServer"/>.</summary>
    Kafka = 1,

    /// <summary>A Redis server: <see cref="RedisServer"/>.</summary>
    Redis = 2,

    /// <summary>Both.</summary>
    Both = Kafka | Redis,
}
