using Triggers.Model.Time;

namespace Triggers.Runtime.Ports;

/// <summary>
/// K5: a chunk copied from the changelog. Applied as one: <c>epoch is mine, applied = copying and position = FromPosition</c> → states, timers, position. Its own new
/// position found there means <see cref="StoreReply.Already"/>.
/// </summary>
/// <param name="Partition">Partition of the log and of the changelog, from 0.</param>
/// <param name="Epoch">The owner's token.</param>
/// <param name="FromPosition">The stored position it starts from; null: none.</param>
/// <param name="ToPosition">Offset of the newest partition record contained after it.</param>
/// <param name="ToPositionTime">Log time of that record.</param>
/// <param name="States">
/// Each customer once; a null blob deletes. More than 1,000 (after compaction a partition record may follow a million states) are applied in several scripts that make the
/// same checks, and only the last one moves the position.
/// </param>
public sealed record StateCopy(int Partition, Epoch Epoch, long? FromPosition, long ToPosition, Timestamp ToPositionTime, IReadOnlyList<StateEntry> States);
