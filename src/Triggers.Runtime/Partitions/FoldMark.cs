using Triggers.Engine.Leases;
using Triggers.Model.Time;
using Triggers.Runtime.Rulesets;

namespace Triggers.Runtime.Partitions;

/// <summary>Where a fold was before a batch.</summary>
/// <param name="Clock">The partition's clock.</param>
/// <param name="Rules">The rules in force; null: none yet.</param>
/// <param name="Leases">What the partition could spend and give out: a copy.</param>
public readonly record struct FoldMark(Timestamp Clock, Ruleset? Rules, LeaseBook Leases);
