using Triggers.Model.Time;

namespace Triggers.Runtime.Ports;

/// <summary>The bookkeeping of a partition in the state store.</summary>
/// <param name="Epoch">Token of the owner; null when missing.</param>
/// <param name="Applied">The states contain the log up to here (exclusive offset); null when missing or while copying.</param>
/// <param name="Copying">True between a claim and the end of the copy.</param>
/// <param name="Position">Offset in the changelog of the newest partition record contained; null: none.</param>
/// <param name="PositionTime">Log time of that record; null: none.</param>
public readonly record struct PartitionStamp(Epoch? Epoch, long? Applied, bool Copying, long? Position, Timestamp? PositionTime);
