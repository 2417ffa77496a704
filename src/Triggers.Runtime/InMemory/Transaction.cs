namespace Triggers.Runtime.InMemory;

/// <summary>One transaction: the partitions it wrote to and the offsets it carries. Used under the cluster's lock.</summary>
internal sealed class Transaction(string transactionalId)
{
    private readonly HashSet<TopicPartition> _unmarked = [];
    private readonly List<(ConsumerGroup Group, TopicPartition Place, long Next)> _offsets = [];
    private bool _offsetsUnmarked;

    public TransactionState State { get; private set; }

    /// <summary>Decided, and every marker written.</summary>
    public bool IsOver => State != TransactionState.Open && _unmarked.Count == 0 && !_offsetsUnmarked;

    /// <summary>The markers still to be written once it is decided, in a fixed order: partitions by name, the group's offsets last.</summary>
    public IEnumerable<PendingMarker> Markers => State == TransactionState.Open
        ? []
        : _unmarked.OrderBy(place => place.Topic, StringComparer.Ordinal).ThenBy(place => place.Partition)
            .Select(place => new PendingMarker(transactionalId, place))
            .Concat(_offsetsUnmarked ? [new PendingMarker(transactionalId, null)] : []);

    public void Touch(TopicPartition place) => _unmarked.Add(place);

    public bool IsMarked(TopicPartition place) => !_unmarked.Contains(place);

    /// <summary>Offsets accepted by the group: pending until the marker is written.</summary>
    public void Send(ConsumerGroup group, IReadOnlyList<(string Topic, int Partition, long Next)> offsets)
    {
        _offsetsUnmarked = true;
        foreach (var (topic, partition, next) in offsets)
        {
            _offsets.Add((group, new(topic, partition), next));
        }
    }

    public bool HoldsBack(ConsumerGroup group, TopicPartition place) =>
        _offsetsUnmarked && _offsets.Exists(offset => offset.Group == group && offset.Place == place);

    public void Decide(TransactionState state) => State = state;

    public void WriteMarker(TopicPartition? place, Func<TopicPartition, PartitionLog> logs)
    {
        if (place is { } partition)
        {
            _unmarked.Remove(partition);
            logs(partition).AppendMarker();
            return;
        }

        _offsetsUnmarked = false;
        if (State == TransactionState.Committed)
        {
            _offsets.ForEach(offset => offset.Group.Committed[offset.Place] = offset.Next);
        }
    }
}
