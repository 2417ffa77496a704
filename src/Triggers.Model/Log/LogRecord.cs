using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Model.Log;

/// <summary>
/// One record of a partition of the log. Shape in Kafka: header <c>kind</c> (one of <c>event tick rules lease</c>), key = <see cref="CustomerKey"/> as text for events and
/// none otherwise, value: event = canonical JSON, tick = empty, rules = gzipped workspace bundle, lease = JSON; the time-stamp is the broker's append time.
/// </summary>
/// <param name="Kind">Says how <paramref name="Body"/> is read and whether there is a customer.</param>
/// <param name="Partition">Partition of the log, from 0. A customer's records are all in one.</param>
/// <param name="Offset">Its offset; offsets grow but have gaps (control records).</param>
/// <param name="LogTime">Append time as the broker gave it; the partition's clock is the largest seen.</param>
/// <param name="Customer">Whose record; <c>default</c> for ticks and rules.</param>
/// <param name="Body">The value in Kafka, as described above; empty for a tick.</param>
public readonly record struct LogRecord(RecordKind Kind, int Partition, long Offset, Timestamp LogTime, CustomerKey Customer, ReadOnlyMemory<byte> Body)
{
    /// <summary>The trace that the record's source began; null: it is not traced. Changes no outcome.</summary>
    public TraceContext? Trace { get; init; }
}
