namespace Triggers.Runtime.InMemory;

/// <summary>A copy of <see cref="InMemoryStateStore"/> at one moment. Immutable.</summary>
public sealed class InMemorySnapshot
{
    internal InMemorySnapshot(IReadOnlyDictionary<int, PartitionStates> partitions) => Partitions = partitions;

    internal IReadOnlyDictionary<int, PartitionStates> Partitions { get; }
}
