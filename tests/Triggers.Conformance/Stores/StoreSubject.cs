using System.Text;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Conformance.Stores;

/// <summary>An empty store under test, with words for what the suites write, and its content as text.</summary>
/// <param name="store">The store.</param>
/// <param name="scan">All states of a partition, in any order.</param>
public sealed class StoreSubject(IStateStore store, Func<int, IAsyncEnumerable<StateEntry>> scan) : IAsyncDisposable
{
    /// <summary>The partition that the suites use.</summary>
    public const int Partition = 3;

    /// <summary>Two owners' tokens.</summary>
    public static readonly Epoch Mine = new(UInt128.One);

    public static readonly Epoch Other = new(UInt128.MaxValue);

    private static readonly CancellationToken None = CancellationToken.None;

    public IStateStore Store => store;

    public static CustomerKey Customer(uint number) => new(0x8000000000000000 | number, 0xff000000);

    public static StateEntry State(uint customer, string? blob, long? deadline = null) =>
        new(Customer(customer), blob is null ? null : Encoding.UTF8.GetBytes(blob), deadline is { } time ? new(time) : Timestamp.Never);

    public static StateBatch Batch(long from, long to, params StateEntry[] states) => BatchOf(Mine, from, to, states);

    public static StateBatch BatchOf(Epoch epoch, long from, long to, params StateEntry[] states) => new(Partition, epoch, from, to, to + 1_000, new(to + 5_000), states);

    public static StateCopy Chunk(long? from, long to, params StateEntry[] states) => ChunkOf(Mine, from, to, states);

    public static StateCopy ChunkOf(Epoch epoch, long? from, long to, params StateEntry[] states) => new(Partition, epoch, from, to, new(to + 5_000), states);

    public Task<PartitionStamp> Claim(Epoch token) => store.ClaimAsync(Partition, token, None);

    public Task<StoreReply> StoreBatch(StateBatch batch) => store.StoreAsync(batch, None);

    public Task<StoreReply> Reset(Epoch epoch, long? fromPosition) => store.ResetAsync(Partition, epoch, fromPosition, None);

    public Task<StoreReply> Copy(StateCopy chunk) => store.CopyAsync(chunk, None);

    public Task<StoreReply> Finish(Epoch epoch, long? position, long committed) => store.FinishAsync(Partition, epoch, position, committed, None);

    public Task<StateLoad> Load(params CustomerKey[] customers) => store.LoadAsync(Partition, customers, None);

    public async Task<string> Timers(long from, long to, int limit)
    {
        var load = await store.LoadTimersAsync(Partition, new(from), new(to), limit, None);
        return string.Join(' ', load.Timers.Select(timer => $"{NumberOf(timer.Customer)}@{timer.Deadline.UnixMilliseconds}"));
    }

    /// <summary>Mine, copied to <paramref name="applied"/> from a changelog without anything.</summary>
    public async Task TakeOver(long applied)
    {
        await Claim(Mine);
        await Finish(Mine, null, applied);
    }

    /// <summary>Stamp and states as text: <c>mine applied 20 position 1020 (6020): 1=a@100 2=b</c>.</summary>
    public async Task<string> Content(int partition = Partition)
    {
        var stamp = await store.StampAsync(partition, None);
        var states = new SortedDictionary<CustomerKey, string>();
        await foreach (var (customer, blob, deadline) in scan(partition))
        {
            states.Add(customer, $" {NumberOf(customer)}={Encoding.UTF8.GetString(blob!)}{(deadline == Timestamp.Never ? "" : $"@{deadline.UnixMilliseconds}")}");
        }

        return $"{Text(stamp)}:{string.Concat(states.Values)}";
    }

    public static string Text(PartitionStamp stamp)
    {
        var owner = stamp.Epoch == Mine ? "mine" : stamp.Epoch == Other ? "other" : stamp.Epoch?.ToString() ?? "nobody";
        var applied = stamp.Copying ? "copying" : $"applied {stamp.Applied?.ToString() ?? "nothing"}";
        return $"{owner} {applied} {(stamp.Position is { } position ? $"position {position} ({stamp.PositionTime?.UnixMilliseconds})" : "no position")}";
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static uint NumberOf(CustomerKey customer) => (uint)customer.High;
}
