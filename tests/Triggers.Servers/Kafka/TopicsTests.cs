using Xunit;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Triggers.Kafka;
using Triggers.Kafka.Topics;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Kafka;

[Collection(ServerCollection.Name)]
public sealed class TopicsTests(ServerSet servers)
{
    [ServerFact(Needs.Kafka)]
    public async Task Missing_topics_are_created_once_and_then_pass_the_check()
    {
        var names = ServerSet.NewNames();
        using var topics = new KafkaTopics(KafkaRoom.OptionsFor(servers.Kafka.Address, names, partitions: 3), names);
        string[] outbound = [$"{names.Prefix}.outbound.email"];

        var first = await topics.CreateAsync(outbound);
        var again = await topics.CreateAsync(outbound);

        Assert.Equal(
            $"""
            {names.Events} created 3
            {names.State} created 3
            {names.Rules} created 1
            {names.Decisions} created 3
            {names.Dead} created 3
            {names.Late} created 3
            {outbound[0]} created 3
            """,
            Lines(first.Select(topic => $"{topic.Topic} {(topic.Created ? "created" : "there")} {topic.Partitions}")));
        Assert.All(again, topic => Assert.False(topic.Created));
        Assert.Equal(3, await topics.CheckAsync(outbound, []));
    }

    [ServerFact(Needs.Kafka)]
    public async Task A_check_says_every_topic_that_is_missing()
    {
        var names = ServerSet.NewNames();
        using var topics = new KafkaTopics(KafkaRoom.OptionsFor(servers.Kafka.Address, names), names);

        var fault = await Assert.ThrowsAsync<OutsideFault>(() => topics.CheckAsync(["outbound.none"], ["clicks.none"]));

        Assert.Equal(
            $"""
            Topic {names.Events} does not exist.
            Topic {names.State} does not exist.
            Topic {names.Rules} does not exist.
            Topic {names.Decisions} does not exist.
            Topic {names.Dead} does not exist.
            Topic {names.Late} does not exist.
            Topic outbound.none does not exist.
            Source topic clicks.none does not exist.
            """,
            fault.Message);
        Assert.Equal(
            """
            Create what is missing: triggers topics --create --config FILE.
            Create the source topics, or correct `from:` in the workspace's events.yaml.
            """,
            fault.Remedy);
    }

    [ServerFact(Needs.Kafka)]
    public async Task A_check_says_what_a_topic_has_what_is_needed_and_the_remedy()
    {
        var names = ServerSet.NewNames();
        var options = KafkaRoom.OptionsFor(servers.Kafka.Address, names);
        using (var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = servers.Kafka.Address }).Build())
        {
            await admin.CreateTopicsAsync(
            [
                new() { Name = names.Events, NumPartitions = 2 },
                new() { Name = names.State, NumPartitions = 1, Configs = new() { ["cleanup.policy"] = "delete", ["message.timestamp.type"] = "LogAppendTime", ["delete.retention.ms"] = "86400000" } },
                new() { Name = names.Rules, NumPartitions = 2, Configs = new() { ["cleanup.policy"] = "compact" } },
            ]);
        }

        using var topics = new KafkaTopics(options, names);
        await topics.CreateAsync([]);
        var fault = await Assert.ThrowsAsync<OutsideFault>(() => topics.CheckAsync([], []));

        Assert.Equal(
            $"""
            Topic {names.State} has 1 partition; needed are 2, as many as {names.Events} has.
            Topic {names.Rules} has 2 partitions; needed is 1, because versions are ordered.
            Topic {names.Events} has message.timestamp.type=CreateTime; needed is LogAppendTime.
            Topic {names.State} has cleanup.policy=delete; needed is compact.
            Topic {names.State} has delete.retention.ms=86400000; needed is 604800000.
            """,
            fault.Message);
        Assert.Contains($"kafka-configs.sh --alter --entity-type topics --entity-name {names.Events} --add-config message.timestamp.type=LogAppendTime", fault.Remedy);
        Assert.Contains($"delete {names.State} if nothing in it is needed, then triggers topics --create --config FILE.", fault.Remedy);
    }

    private static string Lines(IEnumerable<string> lines) => string.Join(Environment.NewLine, lines);
}
