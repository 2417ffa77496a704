using Triggers.Runtime.Partitions;

namespace Triggers.Runtime.Delivery.TakingOver;

/// <summary>How copying the changelog ended.</summary>
/// <param name="Position">The stored position after it.</param>
/// <param name="Record">The partition record of the committed offset; null with a suspicion.</param>
/// <param name="Suspicion">What was found that must not be; null: all is well.</param>
public sealed record CopyResult(long? Position, PartitionRecord? Record, string? Suspicion);
