using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery;

/// <summary>The partitions of this worker. Hears of assignments on the worker's thread; between two polls no transaction is open, so giving back is flushing (K6).</summary>
public sealed class PartitionSet(WorkerOptions options, INotices notices, IProtocolTrace trace) : IAssignmentListener
{
    private readonly SortedDictionary<int, OwnedPartition> _owned = [];

    /// <summary>In order of number.</summary>
    public IReadOnlyCollection<OwnedPartition> Owned => _owned.Values;

    /// <summary>The partition, if it is mine.</summary>
    public OwnedPartition? Find(int number) => _owned.GetValueOrDefault(number);

    /// <inheritdoc/>
    public void Assigned(IReadOnlyList<int> partitions)
    {
        foreach (var number in partitions)
        {
            Remove(number);
            _owned.Add(number, new(number));
        }

        notices.Info($"Assigned partitions: {string.Join(' ', partitions)}.");
    }

    /// <inheritdoc/>
    public void Revoked(IReadOnlyList<int> partitions)
    {
        trace.Enter(ProtocolStep.Revoke);
        // One time for all: a store that is down would else outlast the poll interval. What is left unstored is copied from the changelog by the next owner.
        Task.WaitAll([.. partitions.Select(number => Find(number)?.Running?.Store.Idle).OfType<Task>()], options.FlushTimeout);
        foreach (var number in partitions)
        {
            Remove(number);
        }

        notices.Info($"Gave back partitions: {string.Join(' ', partitions)}.");
    }

    /// <inheritdoc/>
    public void Lost(IReadOnlyList<int> partitions)
    {
        foreach (var number in partitions)
        {
            Remove(number);
        }

        notices.Warning($"Lost partitions: {string.Join(' ', partitions)}. Another worker has them.");
    }

    /// <summary>Forgets everything, writes nothing.</summary>
    public void DropAll()
    {
        foreach (var number in _owned.Keys.ToList())
        {
            Remove(number);
        }
    }

    /// <summary>Gives everything back in good order.</summary>
    public void ReleaseAll() => Revoked([.. _owned.Keys]);

    private void Remove(int number)
    {
        if (_owned.Remove(number, out var partition))
        {
            partition.Leave();
        }
    }
}
