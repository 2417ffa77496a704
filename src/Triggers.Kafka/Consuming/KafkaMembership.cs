using Confluent.Kafka;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Consuming;

/// <summary>Member and generation as they were at the cut.</summary>
internal sealed class KafkaMembership(IConsumerGroupMetadata metadata) : Membership
{
    /// <summary>As the library keeps it.</summary>
    public IConsumerGroupMetadata Metadata => metadata;

    /// <summary>Captures the membership now; called on the consuming thread.</summary>
    /// <exception cref="OutsideFault">Not a member: the broker would accept offsets from an empty member id without looking at the generation (KIP-447).</exception>
    public static KafkaMembership Of(IConsumer<byte[], byte[]> consumer, string group) => string.IsNullOrEmpty(consumer.MemberId)
        ? throw new OutsideFault($"This process is not a member of the consumer group {group} at the moment.", "It joins again by itself.", retry: true)
        : new(consumer.ConsumerGroupMetadata);
}
