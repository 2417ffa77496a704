using Triggers.Conformance.Pipelines;
using Triggers.Kafka;
using Triggers.Kafka.Topics;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Kafka;

/// <summary>Topics of their own on the shared broker, for the suites that every Kafka side passes.</summary>
internal sealed class KafkaSubject : IPipelineSubject
{
    private readonly KafkaOptions _options;

    private KafkaSubject(KafkaOptions options, TopicNames names)
    {
        _options = options;
        Names = names;
    }

    public TopicNames Names { get; }

    public string Source => $"{Names.Prefix}.source";

    public TimeSpan PollTime => TimeSpan.FromMilliseconds(100);

    public static KafkaSubject Open(ServerSet servers)
    {
        var names = ServerSet.NewNames();
        var subject = new KafkaSubject(KafkaRoom.OptionsFor(servers.Kafka.Address, names), names);
        using var topics = new KafkaTopics(subject._options, names);
        topics.CreateAsync([subject.Source]).GetAwaiter().GetResult();
        return subject;
    }

    public IPipelinePorts Open(string process) => KafkaPorts.ConnectAsync(_options, Names, [], [Source]).GetAwaiter().GetResult();

    public void Dispose()
    {
    }
}
