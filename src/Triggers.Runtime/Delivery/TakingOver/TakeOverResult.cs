using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;

namespace Triggers.Runtime.Delivery.TakingOver;

/// <summary>How a take-over ended.</summary>
/// <param name="Epoch">The token under which the store is at <paramref name="Committed"/>.</param>
/// <param name="Committed">Next offset to fold.</param>
/// <param name="Record">The partition record there; null: nothing was ever committed.</param>
/// <param name="Timers">Earliest deadline of every customer with a timer.</param>
/// <param name="Suspicion">Not null: not taken over, see there.</param>
public sealed record TakeOverResult(
    Epoch Epoch, long Committed, PartitionRecord? Record, IReadOnlyList<(Timestamp Deadline, CustomerKey Customer)> Timers, TakeOverSuspicion? Suspicion)
{
    /// <summary>The rules that <see cref="Record"/> names; null: none were in force.</summary>
    public Ruleset? Rules { get; init; }
}
