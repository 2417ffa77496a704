namespace Triggers.Runtime.Ports;

/// <summary>A record to produce.</summary>
/// <param name="Topic">Full name of the topic, prefix included.</param>
/// <param name="Partition">Which partition; null: by key (murmur2_random, as Java producers do).</param>
/// <param name="Key">Key; null: none.</param>
/// <param name="Value">Value; null: a tombstone.</param>
/// <param name="Headers">Headers, UTF-8 values; empty: none.</param>
public readonly record struct OutputRecord(string Topic, int? Partition, byte[]? Key, byte[]? Value, IReadOnlyList<KeyValuePair<string, string>> Headers);
