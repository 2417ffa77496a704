using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Runtime.Ports;

/// <summary>A customer's state as it is stored.</summary>
/// <param name="Customer">Whose state it is; also its key in the changelog.</param>
/// <param name="Blob">The state; null: there is none (new customer, or to be deleted).</param>
/// <param name="NextDeadline">Earliest timer; <see cref="Timestamp.Never"/>: none.</param>
public readonly record struct StateEntry(CustomerKey Customer, byte[]? Blob, Timestamp NextDeadline);
