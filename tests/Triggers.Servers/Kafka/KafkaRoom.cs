using Xunit;
using System.Collections.Concurrent;
using Triggers.Kafka;
using Triggers.Kafka.Reading;
using Triggers.Kafka.Topics;
using Triggers.Model.Log;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Kafka;

/// <summary>Topics, groups and ports that one test has for itself on the shared broker.</summary>
public sealed class KafkaRoom : IDisposable
{
    private readonly List<IDisposable> _opened = [];

    private KafkaRoom(KafkaOptions options, TopicNames names)
    {
        Options = options;
        Names = names;
    }

    /// <summary>Patience with the broker; never a figure that a test asserts.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    public TopicNames Names { get; }

    public KafkaOptions Options { get; }

    public KafkaPorts Ports { get; private set; } = null!;

    /// <summary>An outbound topic.</summary>
    public string Outbound => $"{Names.Prefix}.outbound.email";

    /// <summary>A source topic.</summary>
    public string Source => $"{Names.Prefix}.clicks";

    /// <summary>What the client library said.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public static KafkaOptions OptionsFor(string address, TopicNames names, int partitions = 2) => new()
    {
        BootstrapServers = address,
        TriggerGroup = names.Prefix,
        IngestGroup = $"{names.Prefix}-ingest",
        SessionTimeout = TimeSpan.FromSeconds(6),
        Topics = new() { Partitions = partitions, Replicas = 1 },
    };

    /// <summary>Creates the topics and connects.</summary>
    public static Task<KafkaRoom> OpenAsync(ServerSet servers, int partitions = 2, Func<KafkaOptions, KafkaOptions>? change = null) =>
        OpenAsync(servers.Kafka.Address, partitions, change);

    /// <inheritdoc cref="OpenAsync(ServerSet, int, Func{KafkaOptions, KafkaOptions})"/>
    public static async Task<KafkaRoom> OpenAsync(string address, int partitions = 2, Func<KafkaOptions, KafkaOptions>? change = null)
    {
        var names = ServerSet.NewNames();
        var options = OptionsFor(address, names, partitions);
        var room = new KafkaRoom(change?.Invoke(options) ?? options, names);
        using var topics = new KafkaTopics(room.Options, names, room.Log.Enqueue);
        await topics.CreateAsync([room.Outbound, room.Source]);
        room.Ports = await KafkaPorts.ConnectAsync(room.Options, names, [room.Outbound], [room.Source], room.Log.Enqueue);
        return room;
    }

    /// <summary>A member of the trigger group, disposed with the room.</summary>
    public ILogConsumer OpenLog() => Keep(Ports.OpenLog());

    /// <summary>A producer, disposed with the room.</summary>
    public IOutputTransaction OpenTransaction(string id) => Keep(Ports.OpenTransaction($"{Names.Prefix}-{id}"));

    /// <summary>A member of the trigger group that has all partitions.</summary>
    public ILogConsumer Join(RecordingListener listener)
    {
        var log = OpenLog();
        Until(() => listener.Mine.Count == Ports.Partitions, () => log.Poll(TimeSpan.FromMilliseconds(50), 100, listener, []));
        return log;
    }

    /// <summary>Appends events to partition 0 of the log; bodies are <c>0</c>, <c>1</c>, …</summary>
    public async Task AppendAsync(int count)
    {
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => Ports.Appender.AppendAsync(0, RecordKind.Event, Bytes($"{i}"), default)));
    }

    /// <summary>Committed bodies of partition 0 of the log.</summary>
    public IReadOnlyList<string> Committed(int partition = 0)
    {
        using var dump = new KafkaLogDump(Options, Names, Log.Enqueue);
        return [.. dump.Read(partition).Select(record => Text(record.Body))];
    }

    public T Keep<T>(T opened)
        where T : IDisposable
    {
        _opened.Add(opened);
        return opened;
    }

    public OutputRecord Event(string body, int partition = 0) => new(Names.Events, partition, null, Bytes(body), [new("kind", "event")]);

    public static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes.Span);

    /// <summary>Repeats <paramref name="step"/> until <paramref name="done"/>.</summary>
    public static void Until(Func<bool> done, Action step)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!done())
        {
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < Patience, "The broker did not do what the test waits for.");
            step();
        }
    }

    public void Dispose()
    {
        _opened.Reverse();
        _opened.ForEach(opened => opened.Dispose());
        Ports.Dispose();
    }
}
