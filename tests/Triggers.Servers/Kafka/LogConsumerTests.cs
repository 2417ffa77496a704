using Xunit;
using Triggers.Model.Log;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Kafka;

[Collection(ServerCollection.Name)]
public sealed class LogConsumerTests(ServerSet servers)
{
    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(50);

    [ServerFact(Needs.Kafka)]
    public async Task Starting_again_and_again_under_load_neither_skips_nor_goes_back()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var listener = new RecordingListener();
        var log = room.Join(listener);
        using var stop = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await room.AppendAsync(50);
            }
        });

        var next = 0L;
        for (var round = 0; round < 60; round++)
        {
            log.Start(0, next);
            var goal = next + 20;
            KafkaRoom.Until(() => next >= goal, () =>
            {
                var read = new List<LogRecord>();
                log.Poll(PollTime, 7, listener, read);
                Assert.Equal(Enumerable.Range(0, read.Count).Select(i => next + i), read.Select(record => record.Offset));
                next += read.Count;
            });
            if (round % 3 == 0)
            {
                log.Pause(0);
                next -= 5;
            }
        }

        await stop.CancelAsync();
        await load;
    }

    [ServerFact(Needs.Kafka)]
    public async Task Kinds_keys_and_append_times_are_read_and_a_foreign_record_is_an_event_for_the_dead_letters()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var listener = new RecordingListener();
        var log = room.Join(listener);
        var tick = await room.Ports.Appender.AppendAsync(0, RecordKind.Tick, [], default);
        var rules = await room.Ports.Appender.AppendAsync(0, RecordKind.Rules, [7], default);
        var producer = room.OpenTransaction("a");
        var times = new List<Model.Time.Timestamp>();
        producer.Begin();
        var key = "000102030405060708090a0b0c0d0e0f";
        producer.Produce(new(room.Names.Events, 0, KafkaRoom.Bytes(key), KafkaRoom.Bytes("{}"), [new("kind", "event")]), (_, time) => times.Add(time));
        producer.Produce(new(room.Names.Events, 0, KafkaRoom.Bytes("?"), KafkaRoom.Bytes("!"), []), (_, time) => times.Add(time));
        Assert.Equal(CommitOutcome.Committed, producer.Commit([(room.Names.Events, 0, 0)], log.Capture()));

        log.Start(0, 0);
        var read = new List<LogRecord>();
        KafkaRoom.Until(() => read.Count == 4, () => log.Poll(PollTime, 10, listener, read));

        Assert.Equal(
            [
                $"Tick 0 {tick} {default(Model.Customers.CustomerKey)} ",
                $"Rules 1 {rules} {default(Model.Customers.CustomerKey)} \u0007",
                $"Event 2 {times[0]} {key} {{}}",
                $"Event 3 {times[1]} {default(Model.Customers.CustomerKey)} !",
            ],
            read.Select(r => $"{r.Kind} {r.Offset} {r.LogTime} {r.Customer} {KafkaRoom.Text(r.Body)}"));
    }

    [ServerFact(Needs.Kafka)]
    public async Task Open_and_aborted_transactions_are_not_delivered()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var listener = new RecordingListener();
        var log = room.Join(listener);
        var producer = room.OpenTransaction("a");
        log.Start(0, 0);

        using var arrived = new ManualResetEventSlim();
        producer.Begin();
        producer.Produce(room.Event("aborted"), (_, _) => arrived.Set());
        Assert.True(arrived.Wait(KafkaRoom.Patience));
        await room.AppendAsync(1);
        Assert.Empty(Read(log, listener, polls: 5));
        Assert.Equal((0, 2), log.Watermarks(0, KafkaRoom.Patience));
        producer.Abort();

        Assert.Equal([1], ReadUntil(log, listener, 1));
    }

    [ServerFact(Needs.Kafka)]
    public async Task A_second_member_takes_half_and_gives_it_back_and_the_rest_runs_on()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        await room.AppendAsync(3);
        var first = new RecordingListener();
        var log = room.Join(first);
        var second = new RecordingListener();
        var other = room.Ports.OpenLog();
        var inside = 0;
        first.WhenRevoked = partitions => inside = partitions.Count;
        KafkaRoom.Until(() => first.Mine.Count == 1 && second.Mine.Count == 1, () => PollBoth(log, first, other, second));
        Assert.Equal(1, inside);

        other.Dispose();
        KafkaRoom.Until(() => first.Mine.Count == 2, () => log.Poll(PollTime, 10, first, []));
        log.Start(0, 0);
        Assert.Equal([0, 1, 2], ReadUntil(log, first, 2));
        Assert.DoesNotContain(first.Heard, heard => heard.StartsWith("lost", StringComparison.Ordinal));
    }

    [ServerFact(Needs.Kafka)]
    public async Task A_member_that_did_not_poll_in_time_hears_that_its_partitions_are_lost()
    {
        using var room = await KafkaRoom.OpenAsync(servers, change: options => options with { PollInterval = options.SessionTimeout });
        var first = new RecordingListener();
        var slow = room.Join(first);
        var second = new RecordingListener();
        var other = room.OpenLog();

        // The first member stands still until its own library has given it up; then the second takes everything.
        KafkaRoom.Until(() => room.Log.Any(line => line.Contains("MAXPOLL", StringComparison.Ordinal)), () => Thread.Sleep(PollTime));
        KafkaRoom.Until(() => second.Mine.Count == 2, () => other.Poll(PollTime, 10, second, []));
        Assert.Throws<OutsideFault>(slow.Capture);
        KafkaRoom.Until(() => first.Heard.Count > 1, () => slow.Poll(PollTime, 10, first, []));

        Assert.Equal(["assigned 0 1", "lost 0 1"], first.Heard.Take(2));
    }

    [ServerFact(Needs.Kafka)]
    public async Task A_fault_of_the_listener_comes_out_of_the_poll_and_the_group_goes_on()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        var first = new RecordingListener { WhenRevoked = _ => throw new InvalidDataException("planted") };
        var log = room.Join(first);
        var second = new RecordingListener();
        var other = room.OpenLog();

        var thrown = new List<string>();
        KafkaRoom.Until(() => second.Mine.Count == 1, () =>
        {
            try
            {
                PollBoth(log, first, other, second);
            }
            catch (InvalidDataException e)
            {
                thrown.Add(e.Message);
            }
        });
        Assert.Equal(["planted"], thrown);
    }

    [ServerFact(Needs.Kafka)]
    public async Task An_offset_that_the_log_does_not_have_is_a_fault()
    {
        using var room = await KafkaRoom.OpenAsync(servers);
        await room.AppendAsync(3);
        var listener = new RecordingListener();
        var log = room.Join(listener);
        log.Start(0, 1_000);

        OutsideFault? fault = null;
        KafkaRoom.Until(() => fault is not null, () => fault = Record.Exception(() => log.Poll(PollTime, 10, listener, [])) as OutsideFault);
        Assert.False(fault!.Retry);
        Assert.Equal(
            $"Consumer group {room.Names.Prefix} stands at offset 1000 of {room.Names.Events} partition 0, which is not there: "
            + "fetch failed due to requested offset not available on the broker: Broker: Offset out of range",
            fault.Message.Split(" (")[0]);
        Assert.Equal(
            $"Records were deleted before they were read, or the topic was made anew: set the offsets of group {room.Names.Prefix} with kafka-consumer-groups.sh --reset-offsets.",
            fault.Remedy);
    }

    private static void PollBoth(ILogConsumer log, RecordingListener first, ILogConsumer other, RecordingListener second)
    {
        other.Poll(TimeSpan.FromMilliseconds(20), 10, second, []);
        log.Poll(TimeSpan.FromMilliseconds(20), 10, first, []);
    }

    private static List<LogRecord> Read(ILogConsumer log, RecordingListener listener, int polls)
    {
        var read = new List<LogRecord>();
        for (var i = 0; i < polls; i++)
        {
            log.Poll(PollTime, 100, listener, read);
        }

        return read;
    }

    private static IEnumerable<long> ReadUntil(ILogConsumer log, RecordingListener listener, long last, int limit = 100)
    {
        var read = new List<LogRecord>();
        KafkaRoom.Until(() => read.Count > 0 && read[^1].Offset >= last, () => log.Poll(PollTime, limit, listener, read));
        return read.Select(record => record.Offset);
    }
}
