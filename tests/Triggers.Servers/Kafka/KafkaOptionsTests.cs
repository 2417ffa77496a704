using Triggers.Kafka;
using Xunit;

namespace Triggers.Servers.Kafka;

public sealed class KafkaOptionsTests
{
    [Fact]
    public void Defaults_need_only_an_address() =>
        Assert.Equal(["kafka.bootstrapServers is ''; needed is host:port, several with commas."], new KafkaOptions().Faults());

    [Fact]
    public void Options_in_range_have_no_faults() => Assert.Empty(new KafkaOptions
    {
        BootstrapServers = "a:9092, [::1]:9093",
        Properties = new Dictionary<string, string> { ["sasl.mechanism"] = "SCRAM-SHA-512", ["compression.type"] = "lz4" },
    }.Faults());

    [Fact]
    public void All_faults_are_said_at_once()
    {
        var options = new KafkaOptions
        {
            BootstrapServers = "broker",
            TriggerGroup = "",
            IngestGroup = "",
            TransactionTimeout = TimeSpan.FromSeconds(4),
            SocketTimeout = TimeSpan.FromSeconds(2),
            SessionTimeout = TimeSpan.FromMinutes(6),
            PollInterval = TimeSpan.FromSeconds(30),
            Linger = TimeSpan.FromSeconds(2),
            ConnectTimeout = TimeSpan.Zero,
            Topics = new() { Partitions = 0, Replicas = 11, Retention = TimeSpan.FromMinutes(5), TombstoneRetention = TimeSpan.FromDays(6), CompactedSegment = 4096 },
            Properties = new Dictionary<string, string> { ["isolation.level"] = "read_uncommitted", ["Acks"] = "1" },
        };

        Assert.Equal(
            """
            kafka.bootstrapServers is 'broker'; needed is host:port, several with commas.
            kafka.triggerGroup is ''; needed are 1 to 200 characters.
            kafka.ingestGroup is ''; needed are 1 to 200 characters.
            kafka.triggerGroup and kafka.ingestGroup are both ''; they must differ.
            kafka.transactionTimeout is 4 s; allowed is 5 s to 5 min.
            kafka.socketTimeout is 2 s; allowed is 2 s to less than half of kafka.transactionTimeout (4 s).
            kafka.sessionTimeout is 6 min; allowed is 500 ms to 5 min.
            kafka.pollInterval is 30 s; allowed is 6 min to 15 min.
            kafka.linger is 2 s; allowed is 0 to 1 s.
            kafka.connectTimeout is 0; allowed is 1 s to 5 min.
            kafka.topics.partitions is 0; allowed is 1 to 1000.
            kafka.topics.replicas is 11; allowed is 1 to 10.
            kafka.topics.retention is 5 min; allowed is 1 h to 3650 d.
            kafka.topics.tombstoneRetention is 6 d; allowed is 7 d to 365 d.
            kafka.topics.compactedSegment is 4096; allowed is 1048576 to 1073741824.
            kafka.properties has 'Acks'; it is set by the system itself, because exactly-once rests on it or an option of its own says it.
            kafka.properties has 'isolation.level'; it is set by the system itself, because exactly-once rests on it or an option of its own says it.
            """,
            string.Join(Environment.NewLine, options.Faults()));
    }
}
