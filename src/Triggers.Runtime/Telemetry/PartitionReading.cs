using Triggers.Model.Time;

namespace Triggers.Runtime.Telemetry;

/// <summary>How one partition of this process is at a moment.</summary>
/// <param name="Partition">Partition of the log, from 0.</param>
/// <param name="Phase">What it is doing. The rest is meaningful while it runs.</param>
/// <param name="Clock">The largest log time folded; <see cref="Timestamp.Beginning"/>: none yet.</param>
/// <param name="EarliestTimer">Earliest deadline of a customer; <see cref="Timestamp.Never"/>: nobody waits.</param>
/// <param name="Unstored">Batches committed and not yet in the store.</param>
/// <param name="Cached">States in memory.</param>
/// <param name="Rules">Version of the rules in force; null: none yet.</param>
/// <param name="Stopped">Why it stands still and what the operator must do; null: it does not.</param>
public sealed record PartitionReading(
    int Partition, PartitionPhase Phase, Timestamp Clock, Timestamp EarliestTimer, int Unstored, int Cached, string? Rules, string? Stopped);
