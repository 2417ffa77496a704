using System.Diagnostics;
using System.Globalization;
using Triggers.Kafka.Connection;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Topics;

/// <summary>Creates the topics that the system owns, and checks at start that they are as they must be.</summary>
public sealed class KafkaTopics : IDisposable
{
    private static readonly TimeSpan PropagationPoll = TimeSpan.FromMilliseconds(50);

    private readonly KafkaOptions _options;
    private readonly TopicNames _names;
    private readonly Cluster _cluster;

    /// <summary>Talks to nobody yet.</summary>
    /// <param name="options">How to connect and to create; checked.</param>
    /// <param name="names">The topics.</param>
    /// <param name="log">Takes the client library's own lines; null: nobody does.</param>
    /// <exception cref="OutsideFault">The options are wrong.</exception>
    public KafkaTopics(KafkaOptions options, TopicNames names, Action<string>? log = null)
    {
        _options = options.Checked();
        _names = names;
        _cluster = new(new(_options, log));
    }

    /// <summary>
    /// Creates what is missing, and waits until the brokers know it: the system's own topics and <paramref name="outbound"/>. Source topics belong to others.
    /// </summary>
    /// <returns>One entry a topic, in the order of the flow.</returns>
    /// <exception cref="OutsideFault">The cluster does not answer or refuses.</exception>
    public async Task<IReadOnlyList<TopicCreation>> CreateAsync(IReadOnlyList<string> outbound)
    {
        var creations = new List<TopicCreation>();
        foreach (var topic in TopicDefinition.All(_names, _options.Topics, outbound))
        {
            var partitions = _cluster.Partitions(topic.Name);
            var created = partitions is null && await _cluster.CreateAsync(topic.Specification(_options.Topics.Replicas)).ConfigureAwait(false);
            creations.Add(new(topic.Name, created, partitions ?? topic.Partitions));
        }

        foreach (var creation in creations.Where(creation => creation.Created))
        {
            await AwaitAsync(creation.Topic).ConfigureAwait(false);
        }

        return creations;
    }

    /// <summary>
    /// Existence of all topics; <c>triggers.events</c> and <c>triggers.state</c>: as many partitions, time-stamps of the broker, the clean-up policy; <c>triggers.rules</c>: one
    /// compacted partition; tombstones that stay long enough.
    /// </summary>
    /// <param name="outbound">The channels' topics.</param>
    /// <param name="sources">The source topics that ingest reads; empty when this process does not ingest.</param>
    /// <returns>Number of partitions of <c>triggers.events</c>.</returns>
    /// <exception cref="OutsideFault">Everything that is not as it must be; or the cluster does not answer.</exception>
    public async Task<int> CheckAsync(IReadOnlyList<string> outbound, IReadOnlyList<string> sources)
    {
        var definitions = TopicDefinition.All(_names, _options.Topics, outbound);
        var partitions = definitions.ToDictionary(topic => topic.Name, topic => _cluster.Partitions(topic.Name));
        List<TopicProblem> problems =
        [
            .. definitions.Where(topic => partitions[topic.Name] is null).Select(topic => TopicProblem.Missing(topic.Name)),
            .. sources.Distinct().Where(topic => _cluster.Partitions(topic) is null).Select(TopicProblem.MissingSource),
            .. CheckPartitions(partitions),
            .. await CheckSettingsAsync([.. definitions.Where(topic => partitions[topic.Name] is not null)]).ConfigureAwait(false),
        ];
        return problems.Count == 0
            ? partitions[_names.Events]!.Value
            : throw new OutsideFault(
                string.Join(Environment.NewLine, problems.Select(problem => problem.What)),
                string.Join(Environment.NewLine, problems.Select(problem => problem.Remedy).Distinct()));
    }

    /// <inheritdoc/>
    public void Dispose() => _cluster.Dispose();

    /// <summary>The controller makes a topic a moment before the brokers know it.</summary>
    private async Task AwaitAsync(string topic)
    {
        for (var started = Stopwatch.GetTimestamp(); _cluster.Partitions(topic) is null; await Task.Delay(PropagationPoll).ConfigureAwait(false))
        {
            if (Stopwatch.GetElapsedTime(started) > _options.ConnectTimeout)
            {
                throw new OutsideFault(
                    $"Topic {topic} was created, but the brokers do not show it after {KafkaOptions.Text(_options.ConnectTimeout)}.",
                    "See the controller's log.",
                    retry: true);
            }
        }
    }

    private IEnumerable<TopicProblem> CheckPartitions(Dictionary<string, int?> partitions)
    {
        if (partitions[_names.State] is { } state && partitions[_names.Events] is { } events && state != events)
        {
            yield return TopicProblem.Partitions(_names.State, state, events, $"as many as {_names.Events} has");
        }

        if (partitions[_names.Rules] is { } rules and not 1)
        {
            yield return TopicProblem.Partitions(_names.Rules, rules, 1, "because versions are ordered");
        }
    }

    private async Task<IEnumerable<TopicProblem>> CheckSettingsAsync(IReadOnlyList<TopicDefinition> present)
    {
        var judged = present.Where(topic => topic.Name == _names.Events || topic.Name == _names.State || topic.Name == _names.Rules).ToList();
        if (judged.Count == 0)
        {
            return [];
        }

        var settings = await _cluster.SettingsAsync(judged.Select(topic => topic.Name)).ConfigureAwait(false);
        return judged.SelectMany(topic => CheckSettings(topic, settings[topic.Name]));
    }

    private IEnumerable<TopicProblem> CheckSettings(TopicDefinition topic, IReadOnlyDictionary<string, string> has)
    {
        string[] exact = topic.Name == _names.Rules ? [TopicDefinition.CleanupPolicy] : [TopicDefinition.TimestampType, TopicDefinition.CleanupPolicy];
        foreach (var setting in exact.Where(setting => has[setting] != topic.Settings[setting]))
        {
            yield return TopicProblem.Setting(topic.Name, setting, has[setting], topic.Settings[setting]);
        }

        var least = (long)KafkaTopicOptions.TombstoneRetentionMin.TotalMilliseconds;
        if (topic.Name == _names.State && long.Parse(has[TopicDefinition.DeleteRetention], CultureInfo.InvariantCulture) < least)
        {
            yield return TopicProblem.Setting(topic.Name, TopicDefinition.DeleteRetention, has[TopicDefinition.DeleteRetention], least.ToString(CultureInfo.InvariantCulture));
        }
    }
}
