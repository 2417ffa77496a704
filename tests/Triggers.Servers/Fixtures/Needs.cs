namespace Triggers.Servers.Fixtures;

/// <summary>The real servers that a test talks to.</summary>
[Flags]
public enum Needs
{
    /// <summary>A Kafka broker: <see cref="KafkaServer"/>.</summary>
    Kafka = 1,

    /// <summary>A Redis server: <see cref="RedisServer"/>.</summary>
    Redis = 2,

    /// <summary>A <c>redis-server</c> that the test starts for itself, to kill or to spoil.</summary>
    OwnRedis = 4,

    /// <summary>A broker and a Redis server.</summary>
    Both = Kafka | Redis,
}
