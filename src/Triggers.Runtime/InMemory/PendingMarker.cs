namespace Triggers.Runtime.InMemory;

/// <summary>A control record of a decided transaction that is still to be written.</summary>
/// <param name="TransactionalId">Transactional id of the producer whose transaction it ends.</param>
/// <param name="Place">Where to; null: the group's offsets.</param>
public sealed record PendingMarker(string TransactionalId, TopicPartition? Place);
