using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Connection;

/// <summary>Questions to the cluster about topics, and new ones.</summary>
internal sealed class Cluster : IDisposable
{
    private readonly Clients _clients;
    private readonly ClientJournal _journal;
    private readonly IAdminClient _admin;

    public Cluster(Clients clients)
    {
        _clients = clients;
        _journal = clients.Journal("topics");
        _admin = clients.Admin(_journal);
    }

    private KafkaOptions Options => _clients.Options;

    /// <summary>A topic that must be there is not.</summary>
    public static OutsideFault Missing(string topic) => new($"Topic {topic} does not exist.", KafkaFaults.CreateTopics);

    /// <summary>Number of partitions of a topic; null: there is none of this name.</summary>
    /// <exception cref="OutsideFault">No answer within <see cref="KafkaOptions.ConnectTimeout"/>.</exception>
    public int? Partitions(string topic)
    {
        try
        {
            var found = _admin.GetMetadata(topic, Options.ConnectTimeout).Topics.Single();
            return found.Error.Code switch
            {
                ErrorCode.NoError => found.Partitions.Count,
                ErrorCode.UnknownTopicOrPart => null,
                _ => throw KafkaFaults.Of(found.Error, $"Topic {topic} was not looked up", Options, _journal),
            };
        }
        catch (KafkaException e)
        {
            throw KafkaFaults.Of(e, "The cluster was not reached", Options, _journal);
        }
    }

    /// <summary>The settings of these topics, by topic and name.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> SettingsAsync(IEnumerable<string> topics)
    {
        var resources = topics.Select(topic => new ConfigResource { Type = ResourceType.Topic, Name = topic });
        try
        {
            var results = await _admin.DescribeConfigsAsync(resources, new() { RequestTimeout = Options.ConnectTimeout }).ConfigureAwait(false);
            return results.ToDictionary(
                result => result.ConfigResource.Name,
                IReadOnlyDictionary<string, string> (result) => result.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Value));
        }
        catch (KafkaException e)
        {
            throw KafkaFaults.Of(e, "The settings of the topics were not read", Options, _journal);
        }
    }

    /// <summary>Creates a topic; false when it is there already.</summary>
    public async Task<bool> CreateAsync(TopicSpecification topic)
    {
        var timeouts = new CreateTopicsOptions { RequestTimeout = Options.ConnectTimeout, OperationTimeout = Options.ConnectTimeout };
        try
        {
            await _admin.CreateTopicsAsync([topic], timeouts).ConfigureAwait(false);
            return true;
        }
        catch (CreateTopicsException e) when (e.Results[0].Error.Code == ErrorCode.TopicAlreadyExists)
        {
            return false;
        }
        catch (CreateTopicsException e)
        {
            throw KafkaFaults.Of(e.Results[0].Error, $"Topic {topic.Name} was not created", Options, _journal, e);
        }
        catch (KafkaException e)
        {
            throw KafkaFaults.Of(e, $"Topic {topic.Name} was not created", Options, _journal);
        }
    }

    public void Dispose() => _admin.Dispose();
}
