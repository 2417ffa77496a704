using Xunit;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Kafka;

[Collection(ServerCollection.Name)]
public sealed class TransactionTests(ServerSet servers)
{
    [ServerFact(Needs.Kafka)]
    public async Task Only_what_was_committed_is_seen()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var log = room.Join(new());
        var producer = room.OpenTransaction("a");

        producer.Begin();
        producer.Produce(room.Event("committed"));
        Assert.Equal(CommitOutcome.Committed, producer.Commit([(room.Names.Events, 0, 17)], log.Capture()));
        producer.Begin();
        producer.Produce(room.Event("aborted"));
        Assert.Equal(CommitOutcome.Aborted, producer.Abort());
        producer.Begin();
        producer.Produce(room.Event("committed too"));
        Assert.Equal(CommitOutcome.Committed, producer.Commit([(room.Names.Events, 0, 18)], log.Capture()));

        Assert.Equal(["committed", "committed too"], room.Committed());
        Assert.Equal(18, log.StableCommitted(0, KafkaRoom.Patience));
        Assert.Null(log.StableCommitted(1, KafkaRoom.Patience));
    }

    [ServerFact(Needs.Kafka)]
    public async Task A_record_for_a_topic_that_does_not_exist_aborts_the_transaction()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var log = room.Join(new());
        var producer = room.OpenTransaction("a");

        producer.Begin();
        producer.Produce(room.Event("lost with it"));
        producer.Produce(new($"{room.Names.Prefix}.nowhere", null, null, [1], []));
        Assert.Equal(CommitOutcome.Aborted, producer.Commit([(room.Names.Events, 0, 1)], log.Capture()));

        Assert.Empty(room.Committed());
        Assert.Null(log.StableCommitted(0, KafkaRoom.Patience));
    }
}
