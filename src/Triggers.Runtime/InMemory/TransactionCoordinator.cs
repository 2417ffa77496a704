namespace Triggers.Runtime.InMemory;

/// <summary>Transactional ids with their producer epoch and newest transaction. Used under the cluster's lock.</summary>
internal sealed class TransactionCoordinator(Func<TopicPartition, PartitionLog> logs)
{
    private readonly SortedDictionary<string, Producer> _producers = new(StringComparer.Ordinal);

    /// <summary>Markers of decided transactions still to be written.</summary>
    public IEnumerable<PendingMarker> Markers => _producers.Values.SelectMany(producer => producer.Transaction?.Markers ?? []);

    /// <summary>Initialises: what an earlier producer left open is aborted, what is decided gets its markers; the earlier producer is fenced. Returns the new epoch.</summary>
    public int Initialise(string id)
    {
        var producer = _producers.TryGetValue(id, out var known) ? known : _producers[id] = new();
        TimeOut(producer);
        return ++producer.Epoch;
    }

    /// <summary>The producer's epoch; a producer with another one is fenced.</summary>
    public int EpochOf(string id) => _producers[id].Epoch;

    /// <summary>The open transaction of this id, begun when there is none; first the last one gets its markers.</summary>
    public Transaction Open(string id)
    {
        var producer = _producers[id];
        if (producer.Transaction is not { State: TransactionState.Open })
        {
            WriteMarkers(producer);
            producer.Transaction = new(id);
        }

        return producer.Transaction;
    }

    public void Decide(string id, TransactionState state, bool markersLate = false)
    {
        var producer = _producers[id];
        if (producer.Transaction is { State: TransactionState.Open } open)
        {
            open.Decide(state);
        }

        if (!markersLate)
        {
            WriteMarkers(producer);
        }
    }

    /// <summary>Ends the open transaction of this producer from outside, which fences it; does nothing when it is fenced already.</summary>
    public void TimeOut(string id, int epoch)
    {
        if (_producers[id] is var producer && producer.Epoch == epoch)
        {
            TimeOut(producer);
        }
    }

    public void TimeOutAll()
    {
        foreach (var producer in _producers.Values)
        {
            TimeOut(producer);
        }
    }

    public bool HoldsBack(ConsumerGroup group, TopicPartition place) => _producers.Values.Any(producer => producer.Transaction?.HoldsBack(group, place) == true);

    public void WriteMarker(PendingMarker marker)
    {
        if (_producers[marker.TransactionalId].Transaction is { } transaction && transaction.Markers.Contains(marker))
        {
            transaction.WriteMarker(marker.Place, logs);
        }
    }

    private void TimeOut(Producer producer)
    {
        if (producer.Transaction is { State: TransactionState.Open } open)
        {
            open.Decide(TransactionState.Aborted);
            producer.Epoch++;
        }

        WriteMarkers(producer);
    }

    private void WriteMarkers(Producer producer)
    {
        foreach (var marker in producer.Transaction?.Markers.ToArray() ?? [])
        {
            producer.Transaction!.WriteMarker(marker.Place, logs);
        }
    }

    private sealed class Producer
    {
        public int Epoch { get; set; }

        public Transaction? Transaction { get; set; }
    }
}
