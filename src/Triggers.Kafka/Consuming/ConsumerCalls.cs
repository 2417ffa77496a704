using Confluent.Kafka;
using Triggers.Kafka.Connection;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Consuming;

/// <summary>Calls on a member of a group, with the library's exceptions made faults.</summary>
internal sealed class ConsumerCalls(IConsumer<byte[], byte[]> consumer, string group, KafkaOptions options, ClientJournal journal)
{
    private readonly UseGate _gate = new();

    /// <summary>The next record, or null after <paramref name="timeout"/>. Rebalances run inside.</summary>
    public ConsumeResult<byte[], byte[]>? Next(TimeSpan timeout)
    {
        try
        {
            return consumer.Consume(timeout);
        }
        catch (ConsumeException e) when (e.Error.Code == ErrorCode.Local_MaxPollExceeded)
        {
            // The group has gone on without us; the next call hears that the partitions are lost, and joins again.
            journal.Note(e.Error.Reason);
            return null;
        }
        catch (ConsumeException e) when (e.Error.Code is ErrorCode.Local_AutoOffsetReset or ErrorCode.OffsetOutOfRange)
        {
            var at = e.ConsumerRecord;
            throw new OutsideFault(
                $"Consumer group {group} stands at offset {at.Offset.Value} of {at.Topic} partition {at.Partition.Value}, which is not there: "
                + $"{ClientJournal.Plain(e.Error.Reason)}.",
                "Records were deleted before they were read, or the topic was made anew: "
                + $"set the offsets of group {group} with kafka-consumer-groups.sh --reset-offsets.",
                retry: false,
                e);
        }
        catch (KafkaException e)
        {
            throw KafkaFaults.Of(e, $"Consumer group {group} cannot read", options, journal);
        }
    }

    /// <summary>The stable committed offsets; <see cref="Offset.Unset"/>: none. Waits for transactions that are pending on them. Any thread.</summary>
    public IReadOnlyList<TopicPartitionOffset> StableCommitted(IEnumerable<TopicPartition> partitions, TimeSpan timeout)
    {
        try
        {
            return _gate.Use(() => consumer.Committed(partitions, timeout));
        }
        catch (KafkaException e)
        {
            throw KafkaFaults.Of(e, $"The stable committed offsets of consumer group {group} were not read within {KafkaOptions.Text(timeout)}", options, journal);
        }
    }

    /// <summary>
    /// Moves a partition; what was fetched before is dropped. False: it cannot be moved at the moment, because it was assigned an instant ago or is about to be taken away.
    /// </summary>
    public bool TrySeek(TopicPartitionOffset position)
    {
        try
        {
            consumer.Seek(position);
            return true;
        }
        catch (KafkaException e) when (e.Error.Code is ErrorCode.Local_State or ErrorCode.Local_PrevInProgress)
        {
            return false;
        }
        catch (KafkaException e)
        {
            throw KafkaFaults.Of(e, $"{position.Topic} partition {position.Partition.Value} could not be moved to offset {position.Offset}", options, journal);
        }
    }

    /// <summary>Leaves the group, so that others need not wait for the session to end. Waits for questions of other threads; safe to call again.</summary>
    public void Leave()
    {
        if (!_gate.Close())
        {
            return;
        }

        try
        {
            consumer.Close();
        }
        catch (KafkaException e)
        {
            journal.Note($"left without good-bye: {e.Error.Reason}");
        }

        consumer.Dispose();
    }
}
