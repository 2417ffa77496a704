using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>
/// The reference of <see cref="IStateStore"/>: dictionaries under one lock, answers at once. Faults, late copies of writes, FLUSHALL and restored snapshots are played by the caller.
/// Blobs are kept by reference: do not change them afterwards.
/// </summary>
/// <param name="faults">Asked before every call; null: no faults.</param>
public sealed class InMemoryStateStore(Func<FaultPoint, Fault>? faults = null) : IStateStore
{
    private readonly Lock _gate = new();
    private readonly List<Action> _late = [];
    private Dictionary<int, PartitionStates> _partitions = [];

    /// <summary>Writes of which a second copy is still on its way, oldest first.</summary>
    public int LateCopies
    {
        get
        {
            lock (_gate)
            {
                return _late.Count;
            }
        }
    }

    /// <summary>Lets the second copy number <paramref name="index"/> (from 0, oldest first) arrive now.</summary>
    public void DeliverLate(int index)
    {
        lock (_gate)
        {
            var write = _late[index];
            _late.RemoveAt(index);
            write();
        }
    }

    /// <summary>FLUSHALL: everything is gone, bookkeeping too.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            _partitions = [];
        }
    }

    /// <summary>A copy of everything, for <see cref="Restore"/>.</summary>
    public InMemorySnapshot Snapshot()
    {
        lock (_gate)
        {
            return new(CloneOf(_partitions));
        }
    }

    /// <summary>Puts a copy back, any number of times: a restored backup, or a failover that lost writes.</summary>
    public void Restore(InMemorySnapshot snapshot)
    {
        lock (_gate)
        {
            _partitions = CloneOf(snapshot.Partitions);
        }
    }

    /// <summary>All states of a partition, ascending by customer: the "equals the changelog" check. One moment's view.</summary>
    public async IAsyncEnumerable<StateEntry> ScanAsync(int partition)
    {
        await Task.CompletedTask;
        StateEntry[] entries;
        lock (_gate)
        {
            entries = States(partition).Entries();
        }

        foreach (var entry in entries)
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public Task<PartitionStamp> ClaimAsync(int partition, Epoch token, CancellationToken cancellation)
    {
        var fault = FaultAt(PortCall.Claim, partition);
        return Answered(fault, fault == Fault.RequestLost ? default : Do(fault, () => States(partition).Claim(token)));
    }

    /// <inheritdoc/>
    public Task<PartitionStamp> StampAsync(int partition, CancellationToken cancellation) =>
        Read(PortCall.Stamp, partition, states => states.Stamp);

    /// <inheritdoc/>
    public Task<StateLoad> LoadAsync(int partition, IReadOnlyList<CustomerKey> customers, CancellationToken cancellation) =>
        Read(PortCall.Load, partition, states => new StateLoad(states.Stamp, states.Load(customers)));

    /// <inheritdoc/>
    public Task<TimerLoad> LoadTimersAsync(int partition, Timestamp from, Timestamp to, int limit, CancellationToken cancellation) =>
        Read(PortCall.LoadTimers, partition, states => new TimerLoad(states.Stamp, states.Timers(from, to, limit)));

    /// <inheritdoc/>
    public Task<StoreReply> StoreAsync(StateBatch batch, CancellationToken cancellation) =>
        Write(PortCall.Store, batch.Partition, states => states.Store(batch));

    /// <inheritdoc/>
    public Task<StoreReply> ResetAsync(int partition, Epoch epoch, long? fromPosition, CancellationToken cancellation) =>
        Write(PortCall.Reset, partition, states => states.Reset(epoch, fromPosition));

    /// <inheritdoc/>
    public Task<StoreReply> CopyAsync(StateCopy chunk, CancellationToken cancellation) =>
        Write(PortCall.Copy, chunk.Partition, states => states.Copy(chunk));

    /// <inheritdoc/>
    public Task<StoreReply> FinishAsync(int partition, Epoch epoch, long? position, long committed, CancellationToken cancellation) =>
        Write(PortCall.Finish, partition, states => states.Finish(epoch, position, committed));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private static Dictionary<int, PartitionStates> CloneOf(IReadOnlyDictionary<int, PartitionStates> partitions) =>
        partitions.ToDictionary(partition => partition.Key, partition => partition.Value.Clone());

    private static Task<T> Answered<T>(Fault fault, T answer) =>
        fault is Fault.RequestLost or Fault.ReplyLost
            ? Task.FromException<T>(new OutsideFault("The store in memory gave no answer: a fault was asked for.", "Try again.", retry: true))
            : Task.FromResult(answer);

    private Task<T> Read<T>(PortCall call, int partition, Func<PartitionStates, T> read)
    {
        var fault = FaultAt(call, partition);
        return Answered(fault, Do(Fault.None, () => read(States(partition))));
    }

    private Task<StoreReply> Write(PortCall call, int partition, Func<PartitionStates, StoreReply> write)
    {
        var fault = FaultAt(call, partition);
        var reply = fault == Fault.RequestLost ? StoreReply.Unknown : Do(fault, () => write(States(partition)));
        return Task.FromResult(fault == Fault.ReplyLost ? StoreReply.Unknown : reply);
    }

    private T Do<T>(Fault fault, Func<T> script)
    {
        lock (_gate)
        {
            if (fault == Fault.Duplicated)
            {
                _late.Add(() => script());
            }

            return script();
        }
    }

    private Fault FaultAt(PortCall call, int partition) => faults?.Invoke(new(call, partition, "")) ?? Fault.None;

    private PartitionStates States(int partition)
    {
        if (!_partitions.TryGetValue(partition, out var states))
        {
            _partitions[partition] = states = new();
        }

        return states;
    }
}
