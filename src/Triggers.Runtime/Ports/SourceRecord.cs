using Triggers.Model.Time;

namespace Triggers.Runtime.Ports;

/// <summary>One record of a source topic, or one line of a file that stands for it.</summary>
/// <param name="Topic">The source topic.</param>
/// <param name="Partition">Partition; 0 for files.</param>
/// <param name="Offset">Offset, or row number from 1.</param>
/// <param name="AppendTime">The broker's time-stamp; <see cref="Timestamp.Beginning"/> for files.</param>
/// <param name="Key">Key, or null.</param>
/// <param name="Value">Value; empty for a tombstone.</param>
/// <param name="Headers">Headers, UTF-8 values.</param>
public sealed record SourceRecord(
    string Topic, int Partition, long Offset, Timestamp AppendTime, byte[]? Key, ReadOnlyMemory<byte> Value, IReadOnlyList<KeyValuePair<string, string>> Headers);
