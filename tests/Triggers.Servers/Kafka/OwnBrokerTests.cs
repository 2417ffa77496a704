using Triggers.Kafka;
using Triggers.Kafka.Reading;
using Triggers.Kafka.Topics;
using Triggers.Model.Log;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;
using Xunit;

namespace Triggers.Servers.Kafka;

/// <summary>What happens when the broker, or the way to it, fails: on a broker of its own.</summary>
[Collection(ServerCollection.Name)]
public sealed class OwnBrokerTests
{
    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(50);

    [OwnBrokerFact]
    public async Task A_commit_request_that_was_sent_twice_is_unknown_and_its_late_copy_cannot_end_the_next_transaction()
    {
        var proxyPort = Loopback.FreePorts(1)[0];
        using var broker = KafkaProcess.Start(KafkaHome.Find()!, proxyPort);
        using var proxy = new RequestProxy(proxyPort, broker.Port);
        using var room = await KafkaRoom.OpenAsync($"127.0.0.1:{proxyPort}", change: Impatient);
        var log = room.Join(new());

        proxy.Hold(RequestProxy.EndTxn);
        var first = room.OpenTransaction("a");
        first.Begin();
        first.Produce(room.Event("first"));
        Assert.Equal(CommitOutcome.Unknown, first.Commit([(room.Names.Events, 0, 1)], log.Capture()));
        Assert.Equal(CommitOutcome.Unknown, first.Abort());
        Assert.True(proxy.Held.IsCompleted);

        var second = room.OpenTransaction("a");
        Assert.Equal(1, log.StableCommitted(0, KafkaRoom.Patience));
        using var arrived = new ManualResetEventSlim();
        second.Begin();
        second.Produce(room.Event("second"), (_, _) => arrived.Set());
        Assert.True(arrived.Wait(KafkaRoom.Patience));
        proxy.Release();
        await proxy.Answered.WaitAsync(KafkaRoom.Patience);
        Assert.Equal(CommitOutcome.Aborted, second.Abort());

        Assert.Equal(["first"], room.Committed());
        Assert.Equal(1, log.StableCommitted(0, KafkaRoom.Patience));
    }

    [OwnBrokerFact]
    public async Task While_the_broker_is_down_every_call_ends_and_afterwards_all_goes_on()
    {
        using var broker = KafkaProcess.Start(KafkaHome.Find()!);
        using var room = await KafkaRoom.OpenAsync(broker.Address, change: Impatient);
        var listener = new RecordingListener();
        var log = room.Join(listener);
        log.Start(0, 0);
        var producer = room.OpenTransaction("a");
        await room.AppendAsync(1);
        var membership = log.Capture();

        broker.Kill();
        var unappended = await Assert.ThrowsAsync<OutsideFault>(() => room.Ports.Appender.AppendAsync(0, RecordKind.Tick, [], default));
        var unread = Assert.Throws<OutsideFault>(() => log.StableCommitted(0, TimeSpan.FromSeconds(1)));
        Assert.Throws<OutsideFault>(() => log.Watermarks(0, TimeSpan.FromSeconds(1)));
        Assert.Throws<OutsideFault>(() => room.Ports.Rules.Refresh(TimeSpan.FromSeconds(1)));
        log.Poll(PollTime, 10, listener, []);
        producer.Begin();
        producer.Produce(room.Event("never"));
        Assert.NotEqual(CommitOutcome.Committed, producer.Commit([(room.Names.Events, 0, 1)], membership));
        Assert.Equal([true, true], [unappended.Retry, unread.Retry]);
        Assert.Equal(
            $"Nothing was appended to {room.Names.Events} partition 0: Kafka at {broker.Address} did not answer: Connection refused.", unappended.Message);

        broker.Start();
        IOutputTransaction? opened = null;
        var read = new List<LogRecord>();
        KafkaRoom.Until(() => Try(() => opened = room.OpenTransaction("a")), () => log.Poll(PollTime, 10, listener, read));
        var next = opened!;
        KafkaRoom.Until(() => listener.Mine.Count == room.Ports.Partitions && Try(() => log.Capture()), () => log.Poll(PollTime, 10, listener, read));
        KafkaRoom.Until(() => Commit(room, next, log, "after") == CommitOutcome.Committed, () => log.Poll(PollTime, 10, listener, read));
        Assert.Equal(["0", "after"], room.Committed());
        Assert.False(room.Ports.Rules.Refresh(KafkaRoom.Patience));
    }

    private static KafkaOptions Impatient(KafkaOptions options) => options with
    {
        TransactionTimeout = TimeSpan.FromSeconds(6),
        SocketTimeout = TimeSpan.FromSeconds(2),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    };

    private static CommitOutcome Commit(KafkaRoom room, IOutputTransaction producer, ILogConsumer log, string body)
    {
        producer.Begin();
        producer.Produce(room.Event(body));
        return producer.Commit([(room.Names.Events, 0, 2)], log.Capture());
    }

    private static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (OutsideFault)
        {
            return false;
        }
    }
}
