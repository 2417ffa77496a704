using Triggers.Kafka.Connection;
using Triggers.Kafka.Consuming;
using Triggers.Kafka.Producing;
using Triggers.Kafka.Reading;
using Triggers.Kafka.Topics;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Kafka;

/// <summary>The Kafka side of a process.</summary>
public sealed class KafkaPorts : IPipelinePorts
{
    private readonly Clients _clients;
    private readonly TopicNames _names;
    private readonly OffsetQueries _offsets;
    private readonly GroupLags _lags;

    private KafkaPorts(Clients clients, TopicNames names, int partitions)
    {
        _clients = clients;
        _names = names;
        _offsets = new(clients);
        _lags = new(clients);
        Partitions = partitions;
        Changelog = new KafkaChangelog(clients, _offsets, names.State);
        Appender = new KafkaLogAppender(new(clients, "appender"), names.Events);
        Rules = new KafkaRulesTopic(clients, _offsets, names.Rules);
    }

    /// <inheritdoc/>
    public int Partitions { get; }

    /// <inheritdoc/>
    public IChangelog Changelog { get; }

    /// <inheritdoc/>
    public ILogAppender Appender { get; }

    /// <inheritdoc/>
    public IRulesTopic Rules { get; }

    /// <summary>Connects and checks the topics (<see cref="KafkaTopics.CheckAsync"/>).</summary>
    /// <param name="options">How; checked.</param>
    /// <param name="names">The system's topics.</param>
    /// <param name="outbound">The channels' topics.</param>
    /// <param name="sources">The source topics; empty when this process does not ingest.</param>
    /// <param name="log">Takes the client library's own lines, on any thread; null: nobody does. They never go to standard error.</param>
    /// <exception cref="OutsideFault">The options are wrong, the cluster does not answer in time, or topics are not as they must be.</exception>
    public static async Task<KafkaPorts> ConnectAsync(
        KafkaOptions options, TopicNames names, IReadOnlyList<string> outbound, IReadOnlyList<string> sources, Action<string>? log = null)
    {
        using var topics = new KafkaTopics(options, names, log);
        var partitions = await topics.CheckAsync(outbound, sources).ConfigureAwait(false);
        return new(new(options, log), names, partitions);
    }

    /// <summary>Version of the native client library, for instance <c>2.16.0</c>.</summary>
    public static string ClientVersion => Confluent.Kafka.Library.VersionString;

    /// <inheritdoc/>
    public IReadOnlyList<PartitionLag> Lags(IReadOnlyList<string> sources, TimeSpan timeout) =>
        [.. _lags.Of(_clients.Options.TriggerGroup, _names.Events, timeout), .. sources.SelectMany(topic => _lags.Of(_clients.Options.IngestGroup, topic, timeout))];

    /// <inheritdoc/>
    public ILogConsumer OpenLog() => new KafkaLogConsumer(_clients, _offsets, _names.Events);

    /// <inheritdoc/>
    public ISourceConsumer OpenSources(IReadOnlyList<string> topics) => new KafkaSourceConsumer(_clients, topics);

    /// <inheritdoc/>
    public IOutputTransaction OpenTransaction(string transactionalId) => new KafkaTransaction(_clients, transactionalId);

    /// <inheritdoc/>
    public void Dispose()
    {
        Rules.Dispose();
        Appender.Dispose();
        _lags.Dispose();
        _offsets.Dispose();
    }
}
