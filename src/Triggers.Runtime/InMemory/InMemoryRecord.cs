using Triggers.Model.Time;

namespace Triggers.Runtime.InMemory;

/// <summary>A record as it lies in a partition of <see cref="InMemoryCluster"/>.</summary>
/// <param name="Topic">Name of the topic.</param>
/// <param name="Partition">Partition of that topic, from 0.</param>
/// <param name="Offset">Its offset; offsets grow and have gaps where control records lie or compaction took records away.</param>
/// <param name="AppendTime">The cluster's clock when it was appended.</param>
/// <param name="Key">Key; null: none.</param>
/// <param name="Value">Value; null: a tombstone.</param>
/// <param name="Headers">Names and values in the order in which they were sent; empty: none.</param>
public sealed record InMemoryRecord(
    string Topic, int Partition, long Offset, Timestamp AppendTime, byte[]? Key, byte[]? Value, IReadOnlyList<KeyValuePair<string, string>> Headers);
