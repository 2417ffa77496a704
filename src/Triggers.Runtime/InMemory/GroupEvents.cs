namespace Triggers.Runtime.InMemory;

/// <summary>What a poll tells its caller, on the polling thread and without the lock; never with an empty list.</summary>
/// <param name="Assigned">New partitions.</param>
/// <param name="Revoked">Partitions to be given up; still owned while this runs.</param>
/// <param name="Lost">Partitions taken away before.</param>
internal readonly record struct GroupEvents(
    Action<IReadOnlyList<TopicPartition>> Assigned, Action<IReadOnlyList<TopicPartition>> Revoked, Action<IReadOnlyList<TopicPartition>> Lost);
