using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using StackExchange.Redis;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Redis;

/// <summary>
/// <see cref="IStateStore"/> on Redis 6.2 or newer, alone, with replicas, or a cluster. Layout: <see cref="PartitionKeys"/>; what each write checks: the scripts in Scripts/. Reads go to
/// the master only. One connection, shared by all partitions.
/// </summary>
/// <remarks>
/// Cost, one core of Redis: about 0.5 ms for loading 1,000 states of 200 B, about 1.5 ms for storing them. Every call ends within <see cref="RedisOptions.CallTimeout"/>;
/// after that its outcome is unknown, and it may still happen later.
/// </remarks>
public sealed class RedisStateStore : IStateStore
{
    /// <summary>States that one script can write: its slices must stay below the 7,999 values that Lua's <c>unpack</c> can pass on.</summary>
    public const int StatesAtOnce = 1_000;

    /// <summary>Version of the client library, for instance <c>3.4.35</c>.</summary>
    public static string ClientVersion { get; } = typeof(ConnectionMultiplexer).Assembly.GetName().Version?.ToString(3) ?? "unknown";

    private readonly ConcurrentDictionary<int, PartitionKeys> _keys = [];
    private readonly IConnectionMultiplexer _multiplexer;
    private readonly IDatabase _database;
    private readonly RedisOptions _options;
    private readonly RedisCalls _calls;

    private RedisStateStore(IConnectionMultiplexer multiplexer, RedisOptions options, INotices? notices)
    {
        _multiplexer = multiplexer;
        _database = multiplexer.GetDatabase();
        _options = options;
        _calls = new(options, notices);
    }

    /// <summary>Connects and checks that this Redis keeps what it is given (maxmemory-policy noeviction).</summary>
    /// <param name="options">Servers, credentials and time-outs; checked first.</param>
    /// <param name="notices">Hears once when writes fail, and once when they work again; null: nobody.</param>
    /// <param name="cancellation">Gives up connecting.</param>
    /// <exception cref="OutsideFault">Options not valid, not reachable within the connect time-out, wrong credentials, or a Redis that may evict; with the remedy.</exception>
    public static async Task<RedisStateStore> ConnectAsync(RedisOptions options, INotices? notices, CancellationToken cancellation) =>
        new(await RedisConnection.OpenAsync(options, cancellation).ConfigureAwait(false), options, notices);

    /// <inheritdoc/>
    public Task<PartitionStamp> ClaimAsync(int partition, Epoch token, CancellationToken cancellation) => _calls.ReadAsync(
        $"the claim of partition {partition}",
        async () => StampText.Read((RedisValue[])(await RedisScript.Claim.RunAsync(_database, [KeysOf(partition).State], [token.ToString()]).ConfigureAwait(false))!),
        cancellation);

    /// <inheritdoc/>
    public Task<PartitionStamp> StampAsync(int partition, CancellationToken cancellation) => _calls.ReadAsync(
        $"the stamp of partition {partition}",
        async () => StampText.Read(await _database.HashGetAsync(KeysOf(partition).State, StampText.Names, CommandFlags.DemandMaster).ConfigureAwait(false)),
        cancellation);

    /// <inheritdoc/>
    public Task<StateLoad> LoadAsync(int partition, IReadOnlyList<CustomerKey> customers, CancellationToken cancellation) => _calls.ReadAsync(
        $"loading {customers.Count} states of partition {partition}",
        async () =>
        {
            var values = await _database.HashGetAsync(KeysOf(partition).State, FieldsOf(customers), CommandFlags.DemandMaster).ConfigureAwait(false);
            return new StateLoad(StampText.Read(values), Array.ConvertAll(values[StampText.Names.Length..], static value => (byte[]?)value));
        },
        cancellation);

    /// <inheritdoc/>
    public Task<TimerLoad> LoadTimersAsync(int partition, Timestamp from, Timestamp to, int limit, CancellationToken cancellation) => _calls.ReadAsync(
        $"loading timers of partition {partition}",
        async () =>
        {
            var reply = (RedisResult[])(await RedisScript.Timers.RunAsync(
                _database, KeysOf(partition).Both, [from.UnixMilliseconds, to.UnixMilliseconds, limit]).ConfigureAwait(false))!;
            return new TimerLoad(StampText.Read((RedisValue[])reply[0]!), TimersOf((RedisValue[])reply[1]!));
        },
        cancellation);

    /// <inheritdoc/>
    public Task<StoreReply> StoreAsync(StateBatch batch, CancellationToken cancellation)
    {
        if (batch.States.Count > StatesAtOnce)
        {
            throw new ArgumentException($"A batch has {batch.States.Count} states; at most {StatesAtOnce} are allowed.", nameof(batch));
        }

        var arguments = StateArguments.Of(
            [batch.Epoch.ToString(), batch.From, batch.To],
            [.. batch.States],
            ["applied", batch.To, "position", batch.Position, "position-time", batch.PositionTime.UnixMilliseconds]);
        return WriteAsync($"the batch of {batch.States.Count} states of partition {batch.Partition}", RedisScript.Store, batch.Partition, arguments, cancellation);
    }

    /// <inheritdoc/>
    public Task<StoreReply> ResetAsync(int partition, Epoch epoch, long? fromPosition, CancellationToken cancellation) => WriteAsync(
        $"the reset of partition {partition}", RedisScript.Reset, partition, [epoch.ToString(), StampText.Of(fromPosition)], cancellation);

    /// <inheritdoc/>
    public async Task<StoreReply> CopyAsync(StateCopy chunk, CancellationToken cancellation)
    {
        var states = chunk.States.ToArray();
        for (var done = 0; ; done += StatesAtOnce)
        {
            var isLast = states.Length - done <= StatesAtOnce;
            var arguments = StateArguments.Of(
                [chunk.Epoch.ToString(), StampText.Of(chunk.FromPosition), chunk.ToPosition],
                states.AsSpan(done, isLast ? states.Length - done : StatesAtOnce),
                isLast ? ["position", chunk.ToPosition, "position-time", chunk.ToPositionTime.UnixMilliseconds] : []);
            var reply = await WriteAsync($"copied states of partition {chunk.Partition}", RedisScript.Copy, chunk.Partition, arguments, cancellation).ConfigureAwait(false);
            if (isLast || reply != StoreReply.Ok)
            {
                return reply;
            }
        }
    }

    /// <inheritdoc/>
    public Task<StoreReply> FinishAsync(int partition, Epoch epoch, long? position, long committed, CancellationToken cancellation) => WriteAsync(
        $"the end of the copy of partition {partition}", RedisScript.Finish, partition, [epoch.ToString(), StampText.Of(position), committed], cancellation);

    /// <summary>
    /// All states of a partition, each once, in no order: for checks like "Redis equals the changelog". Not one moment's view: compare at rest, or compare stamps before and after.
    /// </summary>
    /// <exception cref="RedisException">No answer.</exception>
    public async IAsyncEnumerable<StateEntry> ScanAsync(int partition, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var seen = new HashSet<CustomerKey>();
        await foreach (var page in _database.HashScanAsync(KeysOf(partition).State, pageSize: StatesAtOnce).Chunk(StatesAtOnce).WithCancellation(cancellation).ConfigureAwait(false))
        {
            var states = page.Where(field => field.Name.Length() == CustomerKey.ByteLength && seen.Add(CustomerOf(field.Name))).ToArray();
            var deadlines = await DeadlinesAsync(partition, Array.ConvertAll(states, state => state.Name)).ConfigureAwait(false);
            for (var i = 0; i < states.Length; i++)
            {
                yield return new(CustomerOf(states[i].Name), states[i].Value, deadlines[i] is { } deadline ? new((long)deadline) : Timestamp.Never);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _multiplexer.DisposeAsync();

    private static (Timestamp Deadline, CustomerKey Customer)[] TimersOf(RedisValue[] pairs)
    {
        var timers = new (Timestamp, CustomerKey)[pairs.Length / 2];
        for (var i = 0; i < timers.Length; i++)
        {
            timers[i] = (new((long)double.Parse(pairs[(2 * i) + 1].ToString(), CultureInfo.InvariantCulture)), CustomerOf(pairs[2 * i]));
        }

        return timers;
    }

    private static RedisValue[] FieldsOf(IReadOnlyList<CustomerKey> customers)
    {
        var fields = new RedisValue[StampText.Names.Length + customers.Count];
        StampText.Names.CopyTo(fields, 0);
        for (var i = 0; i < customers.Count; i++)
        {
            fields[StampText.Names.Length + i] = StateArguments.KeyOf(customers[i]);
        }

        return fields;
    }

    private static CustomerKey CustomerOf(RedisValue field) => CustomerKey.Read((byte[])field!);

    private Task<double?[]> DeadlinesAsync(int partition, RedisValue[] customers) =>
        customers.Length == 0 ? Task.FromResult<double?[]>([]) : _database.SortedSetScoresAsync(KeysOf(partition).Timers, customers, CommandFlags.DemandMaster);

    private PartitionKeys KeysOf(int partition) => _keys.GetOrAdd(partition, static (number, options) => new(options.KeyPrefix, number), _options);

    private Task<StoreReply> WriteAsync(string what, RedisScript script, int partition, RedisValue[] arguments, CancellationToken cancellation) =>
        _calls.WriteAsync(what, () => script.RunAsync(_database, KeysOf(partition).Both, arguments), cancellation);
}
