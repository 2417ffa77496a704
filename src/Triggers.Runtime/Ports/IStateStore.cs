using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Runtime.Ports;

/// <summary>
/// The live view of the changelog: states and timers of every customer by partition (Redis; a dictionary in unit tests). Every write is one atomic script that checks
/// before it writes and is safe to resend. Thread-safe. Calls for one partition are made one after the other, except <see cref="LoadAsync"/> beside a store.
/// </summary>
/// <remarks>
/// Reads throw <see cref="OutsideFault"/> with <see cref="OutsideFault.Retry"/> when there is no answer in time; writes answer <see cref="StoreReply.Unknown"/>.
/// </remarks>
public interface IStateStore : IAsyncDisposable
{
    /// <summary>K0: <c>epoch := token, applied := copying</c> in one script, whatever was there; returns the stamp it replaced.</summary>
    /// <exception cref="OutsideFault">No answer in time; the claim may have happened. Claim again with a new token.</exception>
    Task<PartitionStamp> ClaimAsync(int partition, Epoch token, CancellationToken cancellation);

    /// <summary>The bookkeeping of a partition, without states; changes nothing.</summary>
    Task<PartitionStamp> StampAsync(int partition, CancellationToken cancellation);

    /// <summary>K2: one atomic read on the master of the stamp and the states of at most 1,000 customers.</summary>
    Task<StateLoad> LoadAsync(int partition, IReadOnlyList<CustomerKey> customers, CancellationToken cancellation);

    /// <summary>
    /// One atomic read on the master of the stamp and of the timers with deadline in [<paramref name="from"/>, <paramref name="to"/>), at most
    /// <paramref name="limit"/> of them, ascending; read on from the last deadline (inclusive) for more.
    /// </summary>
    Task<TimerLoad> LoadTimersAsync(int partition, Timestamp from, Timestamp to, int limit, CancellationToken cancellation);

    /// <summary>K4: applies a committed batch. Applied beyond <c>From</c> but exactly at <c>To</c> with my epoch is <see cref="StoreReply.Already"/>.</summary>
    Task<StoreReply> StoreAsync(StateBatch batch, CancellationToken cancellation);

    /// <summary>
    /// K5, first script when the stored position is too old or there is none: <c>epoch is mine, applied = copying and position = fromPosition</c> → all states, timers and the
    /// position of the partition are deleted. No position there and none expected: deletes all the same. Position missing though one was expected, under my epoch: <see cref="StoreReply.Already"/>.
    /// </summary>
    Task<StoreReply> ResetAsync(int partition, Epoch epoch, long? fromPosition, CancellationToken cancellation);

    /// <summary>K5: applies a chunk of the changelog.</summary>
    Task<StoreReply> CopyAsync(StateCopy chunk, CancellationToken cancellation);

    /// <summary>
    /// K5, last script: <c>epoch is mine, applied = copying and position = position</c> → <c>applied := committed</c>. Applied already at <paramref name="committed"/>
    /// with my epoch and this position: <see cref="StoreReply.Already"/>.
    /// </summary>
    Task<StoreReply> FinishAsync(int partition, Epoch epoch, long? position, long committed, CancellationToken cancellation);
}
