using Triggers.Model.Customers;

namespace Triggers.Runtime.Partitions;

/// <summary>A record of the log that is not a canonical event: goes to the dead-letter topic, the log goes on.</summary>
/// <param name="Customer">Key of the customer, as the log record has it.</param>
/// <param name="Partition">Partition of the log.</param>
/// <param name="Offset">Offset in it; -1 for events that came without a log.</param>
/// <param name="Reason">What is wrong, for people.</param>
/// <param name="Body">The value as it was.</param>
public sealed record DeadEvent(CustomerKey Customer, int Partition, long Offset, string Reason, byte[] Body);
