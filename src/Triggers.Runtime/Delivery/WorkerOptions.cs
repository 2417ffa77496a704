using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Delivery;

/// <summary>How a worker runs.</summary>
public sealed record WorkerOptions
{
    /// <summary>The process's own stable transactional id; two processes with the same id fence each other. Default <c>triggers-0</c>.</summary>
    public string TransactionalId { get; init; } = "triggers-0";

    /// <summary>How long a batch gathers records before it is committed. Default 100 ms (Kafka Streams' own for exactly-once), 1 ms to 10 s.</summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A batch is cut when so many customers of a partition changed. Default 500 (a Redis script stays below 5 ms), 1 to 1,000.</summary>
    public int ChangedCustomersMax { get; init; } = 500;

    /// <summary>Records taken in one poll. Default 5,000, 1 to 100,000.</summary>
    public int PollRecordsMax { get; init; } = 5_000;

    /// <summary>Batches of a partition that may be committed and not stored yet; beyond it the partition is not cut. Default 50, 1 to 10,000.</summary>
    public int UnstoredBatchesMax { get; init; } = 50;

    /// <summary>Clean states kept in memory for each partition. Default 100,000, at least 1,000.</summary>
    public int CachedStates { get; init; } = 100_000;

    /// <summary>Time between two ticks of a partition at least. Default 100 ms, 10 ms to 1 min.</summary>
    public TimeSpan TickInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often an idle partition looks whether the store is still its own. Default 3 s, 100 ms to 1 min.</summary>
    public TimeSpan IdleCheckInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A position in the changelog older than this is not copied from: tombstones may be gone. Default 3 days; must leave a day below the topic's <c>delete.retention.ms</c> (7 days).</summary>
    public TimeSpan PositionAgeMax { get; init; } = TimeSpan.FromDays(3);

    /// <summary>A copy that takes longer begins anew. Default 1 day.</summary>
    public TimeSpan CopyDeadline { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long one question to the broker may wait for an answer. Default 10 s.</summary>
    public TimeSpan BrokerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long giving partitions back may wait for the store. Default 5 s, below the poll interval.</summary>
    public TimeSpan FlushTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The system's topics.</summary>
    public TopicNames Topics { get; init; } = new();
}
