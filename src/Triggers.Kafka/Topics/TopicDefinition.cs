using System.Globalization;
using Confluent.Kafka.Admin;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Topics;

/// <summary>One topic as it is made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Partitions">Number of partitions.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record TopicDefinition(string Name, int Partitions, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The setting that says who stamps records.</summary>
    public const string TimestampType = "message.timestamp.type";

    /// <summary>The value: the broker does. Log time needs one clock.</summary>
    public const string LogAppendTime = "LogAppendTime";

    /// <summary>The setting that says how old records go.</summary>
    public const string CleanupPolicy = "cleanup.policy";

    /// <summary>The setting that says how long tombstones stay, in milliseconds.</summary>
    public const string DeleteRetention = "delete.retention.ms";

    /// <summary>The system's topics and the outbound ones.</summary>
    public static IReadOnlyList<TopicDefinition> All(TopicNames names, KafkaTopicOptions options, IReadOnlyList<string> outbound)
    {
        var kept = new Dictionary<string, string>
        {
            [CleanupPolicy] = "delete",
            [TimestampType] = LogAppendTime,
            ["retention.ms"] = Milliseconds(options.Retention),
        };
        var compacted = new Dictionary<string, string>
        {
            [CleanupPolicy] = "compact",
            [TimestampType] = LogAppendTime,
            [DeleteRetention] = Milliseconds(options.TombstoneRetention),
            ["segment.bytes"] = options.CompactedSegment.ToString(CultureInfo.InvariantCulture),
        };
        return
        [
            new(names.Events, options.Partitions, kept),
            new(names.State, options.Partitions, compacted),
            new(names.Rules, 1, compacted),
            new(names.Decisions, options.Partitions, kept),
            new(names.Dead, options.Partitions, kept),
            new(names.Late, options.Partitions, kept),
            .. outbound.Distinct().Select(topic => new TopicDefinition(topic, options.Partitions, kept)),
        ];
    }

    /// <summary>For the client library; -1 replicas: the broker's default.</summary>
    public TopicSpecification Specification(int? replicas) => new()
    {
        Name = Name,
        NumPartitions = Partitions,
        ReplicationFactor = (short)(replicas ?? -1),
        Configs = Settings.ToDictionary(),
    };

    private static string Milliseconds(TimeSpan span) => ((long)span.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
