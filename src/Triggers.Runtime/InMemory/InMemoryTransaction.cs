using Triggers.Model.Time;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>The reference of <see cref="IOutputTransaction"/>. Using it after <see cref="CommitOutcome.Fenced"/> or <see cref="CommitOutcome.Unknown"/> is a mistake and throws.</summary>
internal sealed class InMemoryTransaction : IOutputTransaction
{
    private readonly InMemoryCluster _cluster;
    private readonly InMemoryPorts _process;
    private readonly string _id;
    private readonly int _epoch;
    private readonly List<Action> _reports = [];
    private bool _open;
    private bool _dead;

    public InMemoryTransaction(InMemoryCluster cluster, InMemoryPorts process, string transactionalId)
    {
        _cluster = cluster;
        _process = process;
        _id = transactionalId;
        lock (cluster.Gate)
        {
            cluster.Changed(() => cluster.Coordinator.Initialise(transactionalId));
            _epoch = cluster.Coordinator.EpochOf(transactionalId);
        }
    }

    private bool IsFenced => _cluster.Locked(() => _cluster.Coordinator.EpochOf(_id) != _epoch);

    public void Begin()
    {
        Expect(open: false);
        _reports.Clear();
        _open = true;
    }

    public void Produce(in OutputRecord record, Action<long, Timestamp>? delivered = null)
    {
        Expect(open: true);
        if (_process.IsGone || IsFenced)
        {
            return;
        }

        var appended = _cluster.Append(record, TransactionAt);
        if (delivered is not null)
        {
            _reports.Add(() => delivered(appended.Offset, appended.AppendTime));
        }
    }

    public CommitOutcome Commit(IReadOnlyList<(string Topic, int Partition, long Next)> offsets, Membership membership)
    {
        Expect(open: true);
        _open = false;
        var outcome = SendOffsets(offsets, (InMemoryMembership)membership) ?? Decide();
        _dead = outcome is CommitOutcome.Fenced or CommitOutcome.Unknown;
        return outcome;
    }

    public CommitOutcome Abort()
    {
        Expect(open: true);
        _open = false;
        var outcome = EndedBy(Fault(PortCall.Abort)) ?? End(TransactionState.Aborted, CommitOutcome.Aborted);
        _dead = outcome is CommitOutcome.Fenced or CommitOutcome.Unknown;
        return outcome;
    }

    public void Dispose() => _dead = true;

    /// <summary>First half of a commit: null when the group took the offsets.</summary>
    private CommitOutcome? SendOffsets(IReadOnlyList<(string Topic, int Partition, long Next)> offsets, InMemoryMembership membership)
    {
        var fault = Fault(PortCall.SendOffsets);
        if (EndedBy(fault) is { } ended)
        {
            return ended;
        }

        lock (_cluster.Gate)
        {
            if (!membership.Group.Accepts(membership))
            {
                return End(TransactionState.Aborted, CommitOutcome.Aborted);
            }

            _cluster.Changed(() => _cluster.Coordinator.Open(_id).Send(membership.Group, offsets));
            return fault == InMemory.Fault.ReplyLost ? CommitOutcome.Unknown : null;
        }
    }

    private CommitOutcome Decide()
    {
        _reports.ForEach(report => report());
        var fault = Fault(PortCall.Commit);
        return EndedBy(fault)
            ?? End(TransactionState.Committed, fault == InMemory.Fault.ReplyLost ? CommitOutcome.Unknown : CommitOutcome.Committed, fault == InMemory.Fault.MarkersLate);
    }

    private CommitOutcome End(TransactionState state, CommitOutcome outcome, bool markersLate = false)
    {
        _cluster.Changed(() => _cluster.Coordinator.Decide(_id, state, markersLate));
        return outcome;
    }

    /// <summary>The outcome when a fault, or another producer, ended it before the call could do anything.</summary>
    private CommitOutcome? EndedBy(Fault fault)
    {
        if (fault == InMemory.Fault.TimedOut)
        {
            _cluster.Changed(() => _cluster.Coordinator.TimeOut(_id, _epoch));
        }

        return fault == InMemory.Fault.RequestLost ? CommitOutcome.Unknown
            : IsFenced ? CommitOutcome.Fenced
            : null;
    }

    /// <summary>A killed process gets no answers.</summary>
    private Fault Fault(PortCall call) => _process.IsGone ? InMemory.Fault.RequestLost : _process.FaultAt(call);

    private Transaction TransactionAt(TopicPartition place)
    {
        var transaction = _cluster.Coordinator.Open(_id);
        transaction.Touch(place);
        return transaction;
    }

    private void Expect(bool open)
    {
        if (_dead)
        {
            throw new InvalidOperationException($"The producer '{_id}' ended fenced, unknown or disposed and must not be used again.");
        }

        if (_open != open)
        {
            throw new InvalidOperationException(open ? $"The producer '{_id}' has no transaction." : $"The producer '{_id}' has a transaction already.");
        }
    }
}
