using StackExchange.Redis;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Redis;

/// <summary>
/// Puts a deadline on every call and turns what Redis and its client throw into what the port promises: reads fault, writes are <see cref="StoreReply.Unknown"/>. What goes wrong with
/// writes is told once, and once more when it is over.
/// </summary>
internal sealed class RedisCalls(RedisOptions options, INotices? notices)
{
    private readonly WriteOutage _outage = new(options, notices);

    /// <summary>A read, or a claim.</summary>
    /// <param name="what">What is asked for, for the fault: "the stamp of partition 3".</param>
    /// <param name="call">Starts the call; called once.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<T> ReadAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await InTimeAsync(call(), cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (IsOutside(problem))
        {
            throw FaultOf(what, problem);
        }
    }

    /// <summary>A script that writes.</summary>
    public async Task<StoreReply> WriteAsync(string what, Func<Task<RedisResult>> script, CancellationToken cancellation)
    {
        try
        {
            var reply = ReplyOf((string?)await InTimeAsync(script(), cancellation).ConfigureAwait(false));
            _outage.End();
            return reply;
        }
        catch (Exception problem) when (IsOutside(problem))
        {
            _outage.Tell(FaultOf(what, problem));
            return StoreReply.Unknown;
        }
    }

    private static StoreReply ReplyOf(string? reply) => reply switch
    {
        "OK" => StoreReply.Ok,
        "ALREADY" => StoreReply.Already,
        "FENCED" => StoreReply.Fenced,
        "BEHIND" => StoreReply.Behind,
        _ => throw new InvalidDataException($"A script answered '{reply}'."),
    };

    private static bool IsOutside(Exception problem) => problem is RedisException or RedisCommandException or TimeoutException or ObjectDisposedException;

    private async Task<T> InTimeAsync<T>(Task<T> call, CancellationToken cancellation)
    {
        try
        {
            return await call.WaitAsync(options.CallTimeout, cancellation).ConfigureAwait(false);
        }
        catch (Exception) when (!call.IsCompleted)
        {
            // Nobody waits for it any more: what it ends with is no surprise to anybody.
            _ = call.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }

    private OutsideFault FaultOf(string what, Exception problem) => problem is RedisServerException answer
        ? new($"{options} refused {what}: {(answer.Kind == RedisErrorKind.OutOfMemory ? "its memory is full." : answer.Message)}", RemedyOf(answer.Kind), retry: IsPassing(answer.Kind), answer)
        : new(
            $"{options} gave no answer to {what} within {options.CallTimeout.TotalSeconds:0.###} s.",
            "It is tried again; if it goes on, see that Redis runs, is reachable from here and is not overloaded.", retry: true, problem);

    private static bool IsPassing(RedisErrorKind kind) => kind is not (
        RedisErrorKind.NoPermission or RedisErrorKind.NotPermitted or RedisErrorKind.NoAuth or RedisErrorKind.WrongPass or RedisErrorKind.UnknownCommand or RedisErrorKind.WrongType
        or RedisErrorKind.CrossSlot);

    private static string RemedyOf(RedisErrorKind kind) => kind switch
    {
        RedisErrorKind.OutOfMemory => "Give Redis more memory (maxmemory); until then committed states wait in the worker, and it stops when too many wait.",
        RedisErrorKind.NoPermission or RedisErrorKind.NotPermitted => $"Give the user these rights on keys of the prefix (ACL SETUSER): {RedisConnection.Rights}.",
        RedisErrorKind.NoAuth or RedisErrorKind.WrongPass => "Set redis.user and redis.password to what the server expects.",
        RedisErrorKind.WrongType => "Somebody else uses keys of this prefix: choose another redis.keyPrefix.",
        RedisErrorKind.Misconfigured => "Redis cannot save to disk and refuses writes: free disk space there, or look at its log.",
        RedisErrorKind.UnknownCommand => "Redis 6.2 or newer is needed, with EVAL, EVALSHA, UNLINK allowed.",
        _ => "It is tried again; if it goes on, look at the log of Redis.",
    };
}
