using Xunit;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Kafka;

[Collection(ServerCollection.Name)]
public sealed class SourceConsumerTests(ServerSet servers)
{
    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(50);

    [ServerFact(Needs.Kafka)]
    public async Task What_was_read_and_not_committed_is_read_again_when_partitions_are_taken_away()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        Fill(room, ["a", "b", "c", "d"]);
        using var first = room.Ports.OpenSources([room.Source]);
        var before = new List<SourceRecord>();
        KafkaRoom.Until(() => before.Count == 4, () => first.Poll(PollTime, 100, before));
        using var second = room.Ports.OpenSources([room.Source]);
        var both = new[] { (Consumer: first, Pending: before, Taken: 0), (Consumer: second, Pending: [], Taken: 0) };

        KafkaRoom.Until(() => both.All(one => one.Pending.Count == 2), () =>
        {
            for (var i = 0; i < both.Length; i++)
            {
                if (both[i].Consumer.Poll(PollTime, 1, both[i].Pending))
                {
                    both[i].Pending.Clear();
                    both[i].Taken++;
                }
            }
        });

        Assert.Equal(["a", "b", "c", "d"], both.SelectMany(one => one.Pending).Select(record => KafkaRoom.Text(record.Value)).Order());
        Assert.True(both[0].Taken > 0);
    }

    /// <summary>Even ones into partition 0, odd ones into partition 1, where there is one.</summary>
    private static void Fill(KafkaRoom room, IReadOnlyList<string> values)
    {
        var log = room.Join(new());
        var producer = room.OpenTransaction("filler");
        producer.Begin();
        for (var i = 0; i < values.Count; i++)
        {
            producer.Produce(new(room.Source, i % room.Ports.Partitions, null, KafkaRoom.Bytes(values[i]), []));
        }

        Assert.Equal(CommitOutcome.Committed, producer.Commit([(room.Names.Events, 0, 0)], log.Capture()));
    }
}
