using System.Globalization;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Delivery;

/// <summary>How a worker runs.</summary>
public sealed record WorkerOptions
{
    /// <summary>The process's own stable transactional id; two processes with the same id fence each other. Default <c>triggers-0</c>.</summary>
    public string TransactionalId { get; init; } = "triggers-0";

    /// <summary>How long a batch gathers records before it is committed. Default 100 ms (Kafka Streams' own for exactly-once), 1 ms to 10 s.</summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A batch is cut when so many customers of a partition changed. Default 500 (a Redis script stays below 5 ms), 1 to 750: a tick may change 250 more.</summary>
    public int ChangedCustomersMax { get; init; } = 500;

    /// <summary>Records taken in one poll. Default 5,000, 1 to 100,000.</summary>
    public int PollRecordsMax { get; init; } = 5_000;

    /// <summary>Batches of a partition that may be committed and not stored yet; beyond it the partition is not cut. Default 50, 1 to 10,000.</summary>
    public int UnstoredBatchesMax { get; init; } = 50;

    /// <summary>Clean states kept in memory for each partition. Default 100,000, at least 2,000.</summary>
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

    /// <summary>How long giving partitions back may wait for the store, all of them together. Default 5 s, below the poll interval.</summary>
    public TimeSpan FlushTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The system's topics. Default: those with the prefix <c>triggers</c>.</summary>
    public TopicNames Topics { get; init; } = new();

    /// <summary>Everything that is wrong, one sentence each; empty: the options can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        void Check(bool ok, string name, object value, string allowed)
        {
            if (!ok)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"worker.{name} is {value}; allowed is {allowed}."));
            }
        }

        void CheckSpan(TimeSpan value, string name, TimeSpan least, TimeSpan most) =>
            Check(value >= least && value <= most, name, $"{value.TotalMilliseconds} ms", string.Create(CultureInfo.InvariantCulture, $"{least.TotalMilliseconds} ms to {most.TotalMilliseconds} ms"));

        Check(TransactionalId.Length is > 0 and <= 200, "transactionalId", $"'{TransactionalId}'", "1 to 200 characters");
        CheckSpan(CommitInterval, "commitInterval", TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10));
        Check(ChangedCustomersMax is >= 1 and <= 750, "changedCustomersMax", ChangedCustomersMax, "1 to 750");
        Check(PollRecordsMax is >= 1 and <= 100_000, "pollRecordsMax", PollRecordsMax, "1 to 100000");
        Check(UnstoredBatchesMax is >= 1 and <= 10_000, "unstoredBatchesMax", UnstoredBatchesMax, "1 to 10000");
        Check(CachedStates >= 2_000, "cachedStates", CachedStates, "2000 or more");
        CheckSpan(TickInterval, "tickInterval", TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1));
        CheckSpan(IdleCheckInterval, "idleCheckInterval", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        CheckSpan(BrokerTimeout, "brokerTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        CheckSpan(FlushTimeout, "flushTimeout", TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30));
        return faults;
    }
}
