using Xunit;
using Triggers.Kafka.Reading;
using Triggers.Model.Time;
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
    public async Task Delivered_is_told_offset_and_append_time_before_the_commit_returns()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var log = room.Join(new());
        var producer = room.OpenTransaction("a");
        var delivered = new List<(long Offset, Timestamp Time)>();

        producer.Begin();
        for (var i = 0; i < 3; i++)
        {
            producer.Produce(room.Event($"{i}"), (offset, time) => delivered.Add((offset, time)));
        }

        Assert.Equal(CommitOutcome.Committed, producer.Commit([(room.Names.Events, 0, 1)], log.Capture()));

        using var dump = new KafkaLogDump(room.Options, room.Names);
        Assert.Equal(dump.Read(0).Select(record => (record.Offset, record.LogTime)), delivered);
        Assert.Equal([0, 1, 2], delivered.Select(d => d.Offset));
    }

    [ServerFact(Needs.Kafka)]
    public async Task Keys_headers_and_tombstones_arrive_as_they_were_produced()
    {
        using var room = await KafkaRoom.OpenAsync(servers, partitions: 1);
        var log = room.Join(new());
        var producer = room.OpenTransaction("a");

        producer.Begin();
        producer.Produce(new(room.Source, null, KafkaRoom.Bytes("k"), KafkaRoom.Bytes("v"), [new("trace", "ä")]));
        producer.Produce(new(room.Source, null, KafkaRoom.Bytes("k"), null, []));
        Assert.Equal(CommitOutcome.Committed, producer.Commit([(room.Names.Events, 0, 1)], log.Capture()));

        using var sources = room.Ports.OpenSources([room.Source]);
        var read = new List<SourceRecord>();
        KafkaRoom.Until(() => read.Count == 2, () => sources.Poll(TimeSpan.FromMilliseconds(50), 10, read));
        Assert.Equal(["k v trace=ä", "k  "], read.Select(r => $"{KafkaRoom.Text(r.Key)} {KafkaRoom.Text(r.Value)} {string.Join(' ', r.Headers.Select(h => $"{h.Key}={h.Value}"))}"));
    }

    [ServerFact(Needs.Kafka)]
    public async Task A_zombie_with_the_membership_of_its_cut_is_refused_after_a_rebalance()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var first = new RecordingListener();
        var zombie = room.Join(first);
        var producer = room.OpenTransaction("a");
        var cut = zombie.Capture();

        var second = new RecordingListener();
        var other = room.OpenLog();
        KafkaRoom.Until(() => first.Mine.Count == 1 && second.Mine.Count == 1, () =>
        {
            zombie.Poll(TimeSpan.FromMilliseconds(20), 10, first, []);
            other.Poll(TimeSpan.FromMilliseconds(20), 10, second, []);
        });

        producer.Begin();
        producer.Produce(room.Event("of the zombie"));
        Assert.Equal(CommitOutcome.Aborted, producer.Commit([(room.Names.Events, second.Mine.Single(), 5)], cut));
        Assert.Empty(room.Committed());
        Assert.Null(other.StableCommitted(second.Mine.Single(), KafkaRoom.Patience));

        producer.Begin();
        producer.Produce(room.Event("of the member"));
        Assert.Equal(CommitOutcome.Committed, producer.Commit([(room.Names.Events, first.Mine.Single(), 5)], zombie.Capture()));
        Assert.Equal(["of the member"], room.Committed());
    }

    [ServerFact(Needs.Kafka)]
    public async Task A_second_producer_of_the_same_id_ends_the_transaction_of_the_first_and_fences_it()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var log = room.Join(new());
        var first = room.OpenTransaction("a");
        using var arrived = new ManualResetEventSlim();
        first.Begin();
        first.Produce(room.Event("first"), (_, _) => arrived.Set());
        Assert.True(arrived.Wait(KafkaRoom.Patience));

        var second = room.OpenTransaction("a");
        Assert.Equal(CommitOutcome.Fenced, first.Commit([(room.Names.Events, 0, 1)], log.Capture()));
        Assert.Equal(CommitOutcome.Fenced, first.Abort());
        second.Begin();
        second.Produce(room.Event("second"));
        Assert.Equal(CommitOutcome.Committed, second.Commit([(room.Names.Events, 0, 2)], log.Capture()));

        Assert.Equal(["second"], room.Committed());
        Assert.Equal(2, log.StableCommitted(0, KafkaRoom.Patience));
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
