using Triggers.Runtime.Partitions;

namespace Triggers.Runtime.Contracts;

/// <summary>A record that could not be used.</summary>
/// <param name="Topic">Where it came from.</param>
/// <param name="Partition">Partition there; 0 for files.</param>
/// <param name="Offset">Offset there, or row number from 1.</param>
/// <param name="Reason">One sentence: field, value, what is allowed.</param>
/// <param name="Value">The value as it was.</param>
public readonly record struct DeadLetter(string Topic, int Partition, long Offset, string Reason, ReadOnlyMemory<byte> Value)
{
    /// <summary>A record of the log that is not a canonical event.</summary>
    public static DeadLetter Of(DeadEvent dead, string topic) => new(topic, dead.Partition, dead.Offset, dead.Reason, dead.Body);
}
