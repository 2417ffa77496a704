using Xunit;
using Confluent.Kafka;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Kafka;

/// <summary>The producer here is the bare library: the adapter sends offsets and commits in one call, and this needs the moment in between.</summary>
[Collection(ServerCollection.Name)]
public sealed class StableCommittedTests(ServerSet servers)
{
    [ServerFact(Needs.Kafka)]
    public async Task A_pending_transaction_is_waited_for_and_its_result_is_seen()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        using var producer = Pending(room, 42);
        var log = room.OpenLog();

        var fault = Assert.Throws<OutsideFault>(() => log.StableCommitted(0, TimeSpan.FromMilliseconds(300)));
        Assert.True(fault.Retry);
        var asked = Task.Run(() => log.StableCommitted(0, KafkaRoom.Patience));
        producer.CommitTransaction();
        Assert.Equal(42, await asked);
    }

    [ServerFact(Needs.Kafka)]
    public async Task An_aborted_transaction_leaves_the_offset_as_it_was()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        using var producer = Pending(room, 42);
        var log = room.OpenLog();

        var asked = Task.Run(() => log.StableCommitted(0, KafkaRoom.Patience));
        producer.AbortTransaction();
        Assert.Null(await asked);
    }

    private static IProducer<byte[], byte[]> Pending(KafkaRoom room, long offset)
    {
        var producer = new ProducerBuilder<byte[], byte[]>(new ProducerConfig { BootstrapServers = room.Options.BootstrapServers, TransactionalId = $"{room.Names.Prefix}-other" }).Build();
        using var member = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig { BootstrapServers = room.Options.BootstrapServers, GroupId = room.Options.TriggerGroup }).Build();
        member.Subscribe(room.Names.Events);
        KafkaRoom.Until(() => member.Assignment.Count > 0, () => member.Consume(50));
        producer.InitTransactions(KafkaRoom.Patience);
        producer.BeginTransaction();
        producer.SendOffsetsToTransaction([new(room.Names.Events, 0, offset)], member.ConsumerGroupMetadata, KafkaRoom.Patience);
        member.Close();
        return producer;
    }
}
