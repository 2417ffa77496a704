using Xunit;

namespace Triggers.Servers.Fixtures;

/// <summary>A test against real servers; skipped, with the reason, where one cannot be had. The class belongs to <see cref="ServerCollection"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : FactAttribute
{
    /// <summary>Looks for the servers when the tests are discovered; starts none.</summary>
    public ServerFactAttribute(Needs needs = Needs.Both)
    {
        Needs = needs;
        Skip = MissingOf(needs);
    }

    /// <summary>What the test talks to.</summary>
    public Needs Needs { get; }

    /// <summary>Why a test with these needs cannot run here; null: it can.</summary>
    internal static string? MissingOf(Needs needs) =>
        (needs.HasFlag(Needs.Kafka) ? KafkaServer.Missing : null)
        ?? (needs.HasFlag(Needs.Redis) ? RedisServer.Missing : null)
        ?? (needs.HasFlag(Needs.OwnRedis) ? RedisServer.MissingOwn : null);
}
