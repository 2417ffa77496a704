using System.Globalization;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka;

/// <summary>
/// How the process talks to Kafka. Configuration names are these in camel case under <c>kafka</c>, for instance <c>kafka.bootstrapServers</c>.
/// </summary>
public sealed record KafkaOptions
{
    private static readonly TimeSpan SocketTimeoutMin = TimeSpan.FromSeconds(2);

    /// <summary>Brokers to begin with: <c>host:port</c>, several with commas. No default.</summary>
    public string BootstrapServers { get; init; } = "";

    /// <summary>
    /// Consumer group of the trigger graph. Default <c>triggers</c>; 1 to 200 characters. Committed offsets belong to it; under a new name each partition goes on where the changelog ends.
    /// </summary>
    public string TriggerGroup { get; init; } = "triggers";

    /// <summary>
    /// Consumer group of the ingest graph over the source topics. Default <c>triggers-ingest</c>; 1 to 200 characters, another one than <see
    /// cref="TriggerGroup"/>.
    /// </summary>
    public string IngestGroup { get; init; } = "triggers-ingest";

    /// <summary>
    /// After this time the broker ends a transaction that nobody ends (<c>transaction.timeout.ms</c>). Default 10 s (Kafka Streams' own); 5 s to 5 min. A
    /// take-over after a crash waits at most so long.
    /// </summary>
    public TimeSpan TransactionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a request waits for its reply (<c>socket.timeout.ms</c>). Default 4 s; 2 s to less than half of <see cref="TransactionTimeout"/>, so that a commit request that
    /// was sent twice cannot end a later transaction (librdkafka #5423).
    /// </summary>
    public TimeSpan SocketTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>
    /// A member of a group that is silent so long is dead (<c>session.timeout.ms</c>). Default 10 s; 500 ms to 5 min, and within the broker's own limits (6 s
    /// to 30 min by default).
    /// </summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A member that does not poll for so long loses its partitions (<c>max.poll.interval.ms</c>). Default 60 s; <see cref="SessionTimeout"/> to 15 min.
    /// Giving partitions back must fit in.
    /// </summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a producer gathers records into one request (<c>linger.ms</c>). Default 5 ms (librdkafka's own); 0 to 1 s. A commit does not wait for it.
    /// </summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How long the first answer of the cluster may take at start, and one appended record later. Default 10 s; 1 s to 5 min.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How new topics are made. Default: as <see cref="KafkaTopicOptions"/> says.</summary>
    public KafkaTopicOptions Topics { get; init; } = new();

    /// <summary>
    /// Further properties of librdkafka for every client, for instance <c>security.protocol</c>, <c>sasl.mechanism</c>, <c>sasl.username</c>, <c>sasl.password</c>,
    /// <c>ssl.ca.location</c>. Default: none. Those on which exactly-once rests cannot be set.
    /// </summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>Everything that is wrong, one sentence each; empty: the options can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        void Check(bool ok, string fault)
        {
            if (!ok)
            {
                faults.Add(fault);
            }
        }

        Check(IsServerList(BootstrapServers), $"kafka.bootstrapServers is '{BootstrapServers}'; needed is host:port, several with commas.");
        Check(IsName(TriggerGroup), $"kafka.triggerGroup is '{TriggerGroup}'; needed are 1 to 200 characters.");
        Check(IsName(IngestGroup), $"kafka.ingestGroup is '{IngestGroup}'; needed are 1 to 200 characters.");
        Check(TriggerGroup != IngestGroup, $"kafka.triggerGroup and kafka.ingestGroup are both '{TriggerGroup}'; they must differ.");
        CheckRange(faults, "transactionTimeout", TransactionTimeout, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));
        Check(
            SocketTimeout >= SocketTimeoutMin && SocketTimeout < TransactionTimeout / 2,
            $"kafka.socketTimeout is {Text(SocketTimeout)}; allowed is {Text(SocketTimeoutMin)} to less than half of kafka.transactionTimeout ({Text(TransactionTimeout)}).");
        CheckRange(faults, "sessionTimeout", SessionTimeout, TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(5));
        CheckRange(faults, "pollInterval", PollInterval, SessionTimeout, TimeSpan.FromMinutes(15));
        CheckRange(faults, "linger", Linger, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        CheckRange(faults, "connectTimeout", ConnectTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        faults.AddRange(Topics.Faults());
        faults.AddRange(Properties.Keys.Where(Connection.ClientSettings.IsOwn).Order(StringComparer.Ordinal).Select(
            name => $"kafka.properties has '{name}'; it is set by the system itself, because exactly-once rests on it or an option of its own says it."));
        return faults;
    }

    /// <summary>These options.</summary>
    /// <exception cref="OutsideFault">They cannot be used; all that is wrong is said at once.</exception>
    public KafkaOptions Checked() => Faults() is { Count: > 0 } faults
        ? throw new OutsideFault(string.Join(Environment.NewLine, faults), "Correct the configuration under kafka.")
        : this;

    /// <summary>For messages: <c>250 ms</c>, <c>10 s</c>, <c>5 min</c>, <c>30 d</c>.</summary>
    internal static string Text(TimeSpan span) => span switch
    {
        _ when span == TimeSpan.Zero => "0",
        _ when span.Ticks % TimeSpan.TicksPerDay == 0 => Number(span.TotalDays, "d"),
        _ when span.Ticks % TimeSpan.TicksPerHour == 0 => Number(span.TotalHours, "h"),
        _ when span.Ticks % TimeSpan.TicksPerMinute == 0 => Number(span.TotalMinutes, "min"),
        _ when span.Ticks % TimeSpan.TicksPerSecond == 0 => Number(span.TotalSeconds, "s"),
        _ => Number(span.TotalMilliseconds, "ms"),
    };

    internal static void CheckRange(List<string> faults, string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            faults.Add($"kafka.{name} is {Text(value)}; allowed is {Text(least)} to {Text(most)}.");
        }
    }

    private static string Number(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value} {unit}");

    private static bool IsName(string name) => name.Length is > 0 and <= 200 && !string.IsNullOrWhiteSpace(name);

    private static bool IsServerList(string servers) => servers.Length > 0 && servers.Split(',').All(server =>
        server.Trim() is var trimmed && trimmed.LastIndexOf(':') is > 0 and var at &&
        int.TryParse(trimmed[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535);
}
