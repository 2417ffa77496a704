namespace Triggers.Kafka;

/// <summary>
/// How <c>triggers topics --create</c> makes topics. Topics that are there are left as they are. Configuration names under <c>kafka.topics</c>.
/// </summary>
public sealed record KafkaTopicOptions
{
    /// <summary>
    /// Partitions of every topic but <c>triggers.rules</c>, which has one. Default 16; 1 to 1,000. Fixed at creation: customers are bound to partitions.
    /// </summary>
    public int Partitions { get; init; } = 16;

    /// <summary>Copies of every partition; null: what the broker's <c>default.replication.factor</c> says. Default null; 1 to 10.</summary>
    public int? Replicas { get; init; }

    /// <summary>How long <c>triggers.events</c> and the topics written for people keep records (<c>retention.ms</c>). Default 30 d; 1 h to 3,650 d.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long a tombstone stays in <c>triggers.state</c> (<c>delete.retention.ms</c>). Default and least 7 d, to 365 d: a copy reads from a position of at most 3 days' age, has one
    /// day, and leaves three days to spare.
    /// </summary>
    public TimeSpan TombstoneRetention { get; init; } = TombstoneRetentionMin;

    /// <summary>
    /// Size in bytes at which a segment of a compacted topic is closed and may be compacted (<c>segment.bytes</c>). Default 64 MiB: what a copy reads twice
    /// at most; 1 MiB to 1 GiB.
    /// </summary>
    public int CompactedSegment { get; init; } = 64 * 1024 * 1024;

    /// <summary>Least <see cref="TombstoneRetention"/>.</summary>
    internal static TimeSpan TombstoneRetentionMin { get; } = TimeSpan.FromDays(7);

    /// <summary>Everything that is wrong, one sentence each.</summary>
    internal IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        CheckNumber(faults, "partitions", Partitions, 1, 1_000);
        CheckNumber(faults, "replicas", Replicas ?? 1, 1, 10);
        KafkaOptions.CheckRange(faults, "topics.retention", Retention, TimeSpan.FromHours(1), TimeSpan.FromDays(3_650));
        KafkaOptions.CheckRange(faults, "topics.tombstoneRetention", TombstoneRetention, TombstoneRetentionMin, TimeSpan.FromDays(365));
        CheckNumber(faults, "compactedSegment", CompactedSegment, 1024 * 1024, 1024 * 1024 * 1024);
        return faults;
    }

    private static void CheckNumber(List<string> faults, string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            faults.Add($"kafka.topics.{name} is {value}; allowed is {least} to {most}.");
        }
    }
}
