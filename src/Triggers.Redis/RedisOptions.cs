using Triggers.Runtime.Ports;

namespace Triggers.Redis;

/// <summary>How to reach Redis, and the names and limits of what is kept there.</summary>
public sealed record RedisOptions
{
    /// <summary>
    /// Addresses <c>host:port</c> (IPv6: <c>[::1]:6379</c>), at least one; several for a cluster, or a master with replicas. Default <c>127.0.0.1:6379</c>.
    /// </summary>
    public IReadOnlyList<string> Endpoints { get; init; } = ["127.0.0.1:6379"];

    /// <summary>
    /// ACL user. Default null: the server's default user. Not empty. It needs, on keys <c>{PREFIX:*</c>, the commands
    /// <c>+echo +ping +info +eval +evalsha +hmget +hset +hdel +hscan +zadd +zrem +zrangebyscore +zmscore +unlink</c>.
    /// </summary>
    public string? User { get; init; }

    /// <summary>Password. Default null: none. Not empty.</summary>
    public string? Password { get; init; }

    /// <summary>Number of the database, 0 to 1,023; a cluster has only 0. Default 0.</summary>
    public int Database { get; init; }

    /// <summary>Encrypts the connection (TLS). Default false. The server's certificate must be valid for the host name of the endpoint, or for <see cref="TlsHost"/>.</summary>
    public bool Tls { get; init; }

    /// <summary>Host name that the server's certificate must be valid for. Default null: the endpoint's host. Only with <see cref="Tls"/>.</summary>
    public string? TlsHost { get; init; }

    /// <summary>
    /// First part of every key: two installations on one Redis need two. 1 to 64 letters, digits, dots, dashes, underscores. Default <c>triggers</c>.
    /// </summary>
    public string KeyPrefix { get; init; } = "triggers";

    /// <summary>
    /// How long one call may take before its outcome counts as unknown, 100 ms to 60 s. Default 2 s: a thousand times what a script of 1,000 states takes, and short against the
    /// 10 s after which Kafka ends a transaction.
    /// </summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long connecting and the checks at start may take, 100 ms to 60 s. Default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Every fault of these options, one sentence each; empty: none.</summary>
    public IReadOnlyList<string> Faults() => [.. RedisOptionsCheck.Faults(this)];

    /// <summary>Refuses options with faults, naming all of them at once.</summary>
    /// <exception cref="OutsideFault">There are faults.</exception>
    public void Validate()
    {
        if (Faults() is { Count: > 0 } faults)
        {
            throw new OutsideFault($"The options for Redis are not valid:\n{string.Join('\n', faults.Select(fault => $"  - {fault}"))}", "Correct them in the configuration.");
        }
    }

    /// <summary>Endpoints, database and prefix: for messages, without the password.</summary>
    public override string ToString() => $"Redis at {string.Join(", ", Endpoints)}, database {Database}, key prefix '{KeyPrefix}'";
}
