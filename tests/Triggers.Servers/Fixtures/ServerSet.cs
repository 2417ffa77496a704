using Triggers.Runtime.Ports;

namespace Triggers.Servers.Fixtures;

/// <summary>The servers that the tests share. Each starts when the first test asks for it, and ends with the test run.</summary>
public sealed class ServerSet : IDisposable
{
    private static int _prefixes;

    private readonly Lazy<KafkaServer> _kafka = new(KafkaServer.Start);
    private readonly Lazy<RedisServer> _redis = new(RedisServer.Start);

    /// <summary>The broker. A test that stops or kills a broker starts one of its own.</summary>
    public KafkaServer Kafka => _kafka.Value;

    /// <summary>The Redis server. A test that stops it starts it again.</summary>
    public RedisServer Redis => _redis.Value;

    /// <summary>
    /// Topic names that no other test has, also on a broker that outlives the test run. The prefix serves for groups and transactional ids too.
    /// </summary>
    public static TopicNames NewNames() => new($"t{Environment.ProcessId}-{DateTimeOffset.UtcNow.ToUnixTimeSeconds():x}-{Interlocked.Increment(ref _prefixes)}");

    /// <summary>Ends what was started.</summary>
    public void Dispose()
    {
        if (_kafka.IsValueCreated)
        {
            _kafka.Value.Dispose();
        }

        if (_redis.IsValueCreated)
        {
            _redis.Value.Dispose();
        }
    }
}
