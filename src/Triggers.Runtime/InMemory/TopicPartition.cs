namespace Triggers.Runtime.InMemory;

/// <summary>Where a log lies: what an offset counts in.</summary>
/// <param name="Topic">The topic's name.</param>
/// <param name="Partition">From 0.</param>
public readonly record struct TopicPartition(string Topic, int Partition);
