using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Runtime.Partitions;

/// <summary>An event later than its type allows: counted once, copied to the late topic.</summary>
/// <param name="Customer">Key of the customer whose event it is.</param>
/// <param name="Canonical">The event in canonical JSON.</param>
/// <param name="EventTime">When it happened, as the event says.</param>
/// <param name="LogTime">The partition's clock when it came.</param>
/// <param name="Allowed">How late its type may be.</param>
public sealed record LateEvent(CustomerKey Customer, byte[] Canonical, Timestamp EventTime, Timestamp LogTime, TimeSpan Allowed);
