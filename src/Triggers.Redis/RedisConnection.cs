using System.Net;
using StackExchange.Redis;
using Triggers.Runtime.Ports;

namespace Triggers.Redis;

/// <summary>Connects, and looks at start whether this Redis can be trusted with states.</summary>
internal static class RedisConnection
{
    /// <summary>What an ACL user must be allowed, and no more.</summary>
    public const string Rights = "+echo +ping +info +eval +evalsha +hmget +hset +hdel +hscan +zadd +zrem +zrangebyscore +zmscore +unlink";

    /// <summary>Connects within <see cref="RedisOptions.ConnectTimeout"/> or says why not.</summary>
    /// <exception cref="OutsideFault">Not reachable, wrong credentials, or a Redis that may throw states away.</exception>
    public static async Task<ConnectionMultiplexer> OpenAsync(RedisOptions options, CancellationToken cancellation)
    {
        options.Validate();
        var multiplexer = await ConnectAsync(options, cancellation).ConfigureAwait(false);
        try
        {
            await CheckAsync(multiplexer, options).WaitAsync(options.ConnectTimeout, cancellation).ConfigureAwait(false);
            return multiplexer;
        }
        catch (Exception problem)
        {
            await multiplexer.DisposeAsync().ConfigureAwait(false);
            if (problem is RedisException or RedisCommandException or TimeoutException)
            {
                throw NotReady(options, problem);
            }

            throw;
        }
    }

    private static async Task<ConnectionMultiplexer> ConnectAsync(RedisOptions options, CancellationToken cancellation)
    {
        using var log = new StringWriter();
        var connecting = ConnectionMultiplexer.ConnectAsync(Configuration(options), TextWriter.Synchronized(log));
        try
        {
            return await connecting.WaitAsync(options.ConnectTimeout * 2, cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is RedisException or RedisCommandException or TimeoutException or OperationCanceledException)
        {
            _ = connecting.ContinueWith(static late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw problem is OperationCanceledException ? problem : NotReady(options, problem, DenialIn(log.ToString()));
        }
    }

    private static ConfigurationOptions Configuration(RedisOptions options)
    {
        var configuration = new ConfigurationOptions
        {
            User = options.User,
            Password = options.Password,
            DefaultDatabase = options.Database,
            Ssl = options.Tls,
            SslHost = options.TlsHost,
            ClientName = "triggers",

            // The client asks for it before it sends INFO; the server's own rights stay as they are.
            AllowAdmin = true,
            AbortOnConnectFail = true,
            ConnectTimeout = (int)options.ConnectTimeout.TotalMilliseconds,
            ConnectRetry = 1,
            AsyncTimeout = (int)options.CallTimeout.TotalMilliseconds,
            SyncTimeout = (int)options.CallTimeout.TotalMilliseconds,

            // A lost connection is told at once and tried again soon; nothing queues up behind it, since the runtime resends what it still wants.
            BacklogPolicy = BacklogPolicy.FailFast,
            ReconnectRetryPolicy = new LinearRetry(250),
            ConfigCheckSeconds = 2,

            // No keys and channels of the client's own in a Redis that belongs to somebody.
            TieBreaker = "",
            ConfigurationChannel = "",
        };
        foreach (var endpoint in options.Endpoints)
        {
            configuration.EndPoints.Add(endpoint);
        }

        return configuration;
    }

    /// <summary>The database answers, and no master may evict: an evicted state would read as "new customer".</summary>
    private static async Task CheckAsync(ConnectionMultiplexer multiplexer, RedisOptions options)
    {
        await multiplexer.GetDatabase().HashGetAsync(new PartitionKeys(options.KeyPrefix, 0).State, StampText.Names, CommandFlags.DemandMaster).ConfigureAwait(false);
        foreach (var server in multiplexer.GetServers().Where(server => server.IsConnected && !server.IsReplica))
        {
            var memory = await server.InfoAsync("memory").ConfigureAwait(false);
            var policy = memory.SelectMany(section => section).FirstOrDefault(line => line.Key == "maxmemory_policy").Value;
            if (policy != "noeviction")
            {
                throw new OutsideFault(
                    $"Redis at {Address(server.EndPoint)} has maxmemory-policy '{policy ?? "unknown"}', so that it may throw states away when memory is full; allowed is noeviction.",
                    "Set maxmemory-policy noeviction in redis.conf (or: CONFIG SET maxmemory-policy noeviction), or use a Redis of its own for Triggers.");
            }
        }
    }

    private static string Address(EndPoint endpoint) => endpoint is DnsEndPoint name ? $"{name.Host}:{name.Port}" : endpoint.ToString() ?? "";

    private static OutsideFault NotReady(RedisOptions options, Exception problem, string? denial = null) => problem switch
    {
        RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } or RedisServerException { Kind: RedisErrorKind.NoAuth or RedisErrorKind.WrongPass } => new(
            $"{options} refuses the credentials ({(options.User is { } user ? $"user '{user}'" : "no user")}, {(options.Password is null ? "no password" : "a password")}).",
            "Set redis.user and redis.password to what the server expects.", retry: false, problem),
        RedisServerException { Kind: RedisErrorKind.NoPermission } => Denied(options, problem.Message, problem),
        _ when denial is not null => Denied(options, denial, problem),
        RedisServerException or RedisCommandException => new(
            $"{options} refuses to serve: {problem.Message}", "Look at redis.database and at the server's log.", retry: false, problem),
        _ => new(
            $"{options} cannot be reached within {options.ConnectTimeout.TotalSeconds:0.###} s.",
            "Start Redis there, or set redis.endpoints to where it runs; look at host name, port, firewall and redis.tls.", retry: true, problem),
    };

    private static OutsideFault Denied(RedisOptions options, string denial, Exception problem) => new(
        $"{options} denies the user what the store needs: {denial}",
        $"Give the user '{options.User ?? "default"}' these rights on keys of the prefix (ACL SETUSER): {Rights}.", retry: false, problem);

    /// <summary>The client's own exception does not say when the server denied its handshake; its log does.</summary>
    private static string? DenialIn(string log) =>
        log.IndexOf("NOPERM", StringComparison.Ordinal) is >= 0 and var at ? log[at..].Split('\n')[0].TrimEnd() : null;
}
