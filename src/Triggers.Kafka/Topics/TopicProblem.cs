using Triggers.Kafka.Connection;

namespace Triggers.Kafka.Topics;

/// <summary>One thing about one topic that is not as it must be.</summary>
/// <param name="What">Topic, what it has, what is needed; one sentence.</param>
/// <param name="Remedy">What to do; one sentence.</param>
internal readonly record struct TopicProblem(string What, string Remedy)
{
    public static TopicProblem Missing(string topic) => new($"Topic {topic} does not exist.", KafkaFaults.CreateTopics);

    public static TopicProblem MissingSource(string topic) =>
        new($"Source topic {topic} does not exist.", "Create the source topics, or correct `from:` in the workspace's events.yaml.");

    public static TopicProblem Partitions(string topic, int has, int needed, string because) => new(
        $"Topic {topic} has {has} partition{(has == 1 ? "" : "s")}; needed {(needed == 1 ? "is 1" : $"are {needed}")}, {because}.",
        $"Partition counts are fixed at creation: delete {topic} if nothing in it is needed, then triggers topics --create --config FILE.");

    public static TopicProblem Setting(string topic, string setting, string has, string needed) => new(
        $"Topic {topic} has {setting}={has}; needed is {needed}.",
        $"Set it: kafka-configs.sh --alter --entity-type topics --entity-name {topic} --add-config {setting}={needed}, "
        + "or delete the topic and make it with triggers topics --create --config FILE.");
}
