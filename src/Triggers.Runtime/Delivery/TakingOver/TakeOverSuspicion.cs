namespace Triggers.Runtime.Delivery.TakingOver;

/// <summary>
/// A take-over found what must not be: the store beyond the committed offset, or a changelog without it. A zombie sees the same while the owner is well, so the operator is
/// called only when, after another poll, the partition is still mine and a second stable read gives the same offset.
/// </summary>
/// <param name="Committed">The committed offset that was read; null: none.</param>
/// <param name="Why">What was found and what the operator must do.</param>
public sealed record TakeOverSuspicion(long? Committed, string Why);
