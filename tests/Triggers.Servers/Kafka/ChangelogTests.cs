using Xunit;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Kafka;

[Collection(ServerCollection.Name)]
public sealed class ChangelogTests(ServerSet servers)
{
    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(100);

    [ServerFact(Needs.Kafka)]
    public async Task Reading_passes_control_and_aborted_records_up_to_the_end()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var log = room.Join(new());
        var producer = room.OpenTransaction("a");
        Commit(room, producer, log, State(room, "A", "1"), State(room, "B", "1"));
        producer.Begin();
        using var arrived = new ManualResetEventSlim();
        producer.Produce(State(room, "A", "aborted"), (_, _) => arrived.Set());
        Assert.True(arrived.Wait(KafkaRoom.Patience));
        producer.Abort();
        Commit(room, producer, log, State(room, "A", null), State(room, "partition", "p"));

        // The last marker is written after the commit has returned.
        KafkaRoom.Until(() => room.Ports.Changelog.Watermarks(0, KafkaRoom.Patience) == (0, 8), () => { });
        Assert.Equal(["0 A=1", "1 B=1", "5 A=(null)", "6 partition=p"], ReadToEnd(room, 0, 8));
        Assert.Equal(["5 A=(null)", "6 partition=p"], ReadToEnd(room, 2, 8));
        Assert.Empty(ReadToEnd(room, 7, 8));
    }

    [ServerFact(Needs.Kafka)]
    public async Task A_position_outside_the_topic_is_a_fault_to_retry()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        using var reading = room.Ports.Changelog.Read(0, 99);

        OutsideFault? fault = null;
        KafkaRoom.Until(() => fault is not null, () => fault = Record.Exception(() => reading.Poll(PollTime, 10, [])) as OutsideFault);
        Assert.StartsWith($"Offset 99 of {room.Names.State} partition 0 is not in the topic: ", fault!.Message);
        Assert.True(fault.Retry);
    }

    private static void Commit(KafkaRoom room, IOutputTransaction producer, ILogConsumer log, params OutputRecord[] records)
    {
        producer.Begin();
        foreach (var record in records)
        {
            producer.Produce(record);
        }

        Assert.Equal(CommitOutcome.Committed, producer.Commit([(room.Names.Events, 0, 1)], log.Capture()));
    }

    private static OutputRecord State(KafkaRoom room, string key, string? value) =>
        new(room.Names.State, 0, KafkaRoom.Bytes(key), value is null ? null : KafkaRoom.Bytes(value), []);

    private static IEnumerable<string> ReadToEnd(KafkaRoom room, long from, long end)
    {
        using var reading = room.Ports.Changelog.Read(0, from);
        var read = new List<ChangelogRecord>();
        KafkaRoom.Until(() => reading.Poll(PollTime, 1, read) == end, () => { });
        return read.Select(Text);
    }

    private static string Text(ChangelogRecord record) => $"{record.Offset} {KafkaRoom.Text(record.Key)}={(record.Value is null ? "(null)" : KafkaRoom.Text(record.Value))}";
}
