using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>One partition of <see cref="InMemoryStateStore"/>: what the scripts of the store do to it, each a check of everything and then all writes.</summary>
internal sealed class PartitionStates
{
    private readonly SortedDictionary<CustomerKey, byte[]> _blobs = [];
    private readonly SortedSet<(Timestamp Deadline, CustomerKey Customer)> _timers = [];
    private readonly Dictionary<CustomerKey, Timestamp> _deadlines = [];

    public PartitionStates()
    {
    }

    private PartitionStates(PartitionStates other)
    {
        Stamp = other.Stamp;
        _blobs = new(other._blobs);
        _timers = [.. other._timers];
        _deadlines = new(other._deadlines);
    }

    public PartitionStamp Stamp { get; private set; }

    public PartitionStates Clone() => new(this);

    public PartitionStamp Claim(Epoch token)
    {
        var replaced = Stamp;
        Stamp = replaced with { Epoch = token, Applied = null, Copying = true };
        return replaced;
    }

    public StoreReply Store(StateBatch batch)
    {
        if (RefusedByToken(batch.Epoch) is { } refused)
        {
            return refused;
        }

        if (Stamp.Applied == batch.From)
        {
            Write(batch.States);
            Stamp = new(batch.Epoch, batch.To, Copying: false, batch.Position, batch.PositionTime);
            return StoreReply.Ok;
        }

        return Stamp.Applied >= batch.To ? StoreReply.Already : StoreReply.Behind;
    }

    public StoreReply Reset(Epoch epoch, long? fromPosition)
    {
        if (RefusedWhileCopying(epoch) is { } refused)
        {
            return refused;
        }

        if (Stamp.Position != fromPosition)
        {
            return Stamp.Position is null ? StoreReply.Already : StoreReply.Behind;
        }

        _blobs.Clear();
        _timers.Clear();
        _deadlines.Clear();
        Stamp = Stamp with { Position = null, PositionTime = null };
        return StoreReply.Ok;
    }

    public StoreReply Copy(StateCopy chunk)
    {
        if (RefusedWhileCopying(chunk.Epoch) is { } refused)
        {
            return refused;
        }

        if (Stamp.Position != chunk.FromPosition)
        {
            return Stamp.Position == chunk.ToPosition ? StoreReply.Already : StoreReply.Behind;
        }

        Write(chunk.States);
        Stamp = Stamp with { Position = chunk.ToPosition, PositionTime = chunk.ToPositionTime };
        return StoreReply.Ok;
    }

    public StoreReply Finish(Epoch epoch, long? position, long committed)
    {
        if (RefusedByToken(epoch) is { } refused)
        {
            return refused;
        }

        if (Stamp.Position != position)
        {
            return StoreReply.Behind;
        }

        if (Stamp.Copying)
        {
            Stamp = Stamp with { Applied = committed, Copying = false };
            return StoreReply.Ok;
        }

        return Stamp.Applied == committed ? StoreReply.Already : StoreReply.Behind;
    }

    public byte[]?[] Load(IReadOnlyList<CustomerKey> customers) => [.. customers.Select(customer => _blobs.GetValueOrDefault(customer))];

    public List<(Timestamp Deadline, CustomerKey Customer)> Timers(Timestamp from, Timestamp to, int limit) =>
        [.. _timers.SkipWhile(timer => timer.Deadline < from).TakeWhile(timer => timer.Deadline < to).Take(limit)];

    public StateEntry[] Entries() =>
        [.. _blobs.Select(state => new StateEntry(state.Key, state.Value, _deadlines.GetValueOrDefault(state.Key, Timestamp.Never)))];

    private StoreReply? RefusedByToken(Epoch mine) =>
        Stamp.Epoch is null ? StoreReply.Behind
        : Stamp.Epoch != mine ? StoreReply.Fenced
        : null;

    private StoreReply? RefusedWhileCopying(Epoch mine) => RefusedByToken(mine) ?? (Stamp.Copying ? null : StoreReply.Behind);

    private void Write(IReadOnlyList<StateEntry> states)
    {
        foreach (var (customer, blob, deadline) in states)
        {
            if (_deadlines.Remove(customer, out var before))
            {
                _timers.Remove((before, customer));
            }

            if (blob is null)
            {
                _blobs.Remove(customer);
                continue;
            }

            _blobs[customer] = blob;
            if (deadline != Timestamp.Never)
            {
                _deadlines[customer] = deadline;
                _timers.Add((deadline, customer));
            }
        }
    }
}
