using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Runtime.Ports;

/// <summary>One atomic read of timers with the stamp they belong to.</summary>
/// <param name="Stamp">The partition's stamp at the moment of the read.</param>
/// <param name="Timers">Earliest deadline of each customer, ascending by (deadline, customer).</param>
public sealed record TimerLoad(PartitionStamp Stamp, IReadOnlyList<(Timestamp Deadline, CustomerKey Customer)> Timers);
