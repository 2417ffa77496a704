using Triggers.Model.Time;

namespace Triggers.Runtime.Ports;

/// <summary>One committed record of <c>triggers.state</c>: a customer's state (key: 32 hexadecimal digits) or the partition record (key: <c>partition</c>).</summary>
/// <param name="Offset">Its offset in the partition; offsets grow and have gaps.</param>
/// <param name="LogTime">Append time as the broker gave it.</param>
/// <param name="Key">The key in UTF-8.</param>
/// <param name="Value">The value; null: a tombstone.</param>
public readonly record struct ChangelogRecord(long Offset, Timestamp LogTime, ReadOnlyMemory<byte> Key, byte[]? Value);
