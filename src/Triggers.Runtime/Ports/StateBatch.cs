using Triggers.Model.Time;

namespace Triggers.Runtime.Ports;

/// <summary>K4: the states of one committed batch of one partition. Applied as one: <c>epoch is mine and applied = From</c> → states, timers, <c>applied = To</c>, position.</summary>
/// <param name="Partition">Partition of the log, from 0.</param>
/// <param name="Epoch">The owner's token.</param>
/// <param name="From">The batch begins here (offset).</param>
/// <param name="To">The batch ends here (exclusive offset).</param>
/// <param name="Position">Offset in the changelog of the batch's partition record.</param>
/// <param name="PositionTime">Log time of that record.</param>
/// <param name="States">At most 1,000 states.</param>
public sealed record StateBatch(int Partition, Epoch Epoch, long From, long To, long Position, Timestamp PositionTime, IReadOnlyList<StateEntry> States);
