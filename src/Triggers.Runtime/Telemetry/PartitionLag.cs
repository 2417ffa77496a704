namespace Triggers.Runtime.Telemetry;

/// <summary>How far a consumer group is behind in one partition.</summary>
/// <param name="Topic">Full name of the topic.</param>
/// <param name="Partition">Partition of it, from 0.</param>
/// <param name="Records">End offset less committed offset, never negative. The marker of the last transaction counts, so that 1 may be left at rest.</param>
public sealed record PartitionLag(string Topic, int Partition, long Records);
