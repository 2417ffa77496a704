using System.Globalization;

namespace Triggers.Servers.Fixtures;

/// <summary>One broker (KRaft, loopback, replication 1) from a Kafka distribution, with a temporary folder of its own.</summary>
public sealed class KafkaProcess : IDisposable
{
    private const int HeapMegabytes = 512;

    private readonly string _home;
    private readonly string _folder;
    private ServerProcess? _process;

    private KafkaProcess(string home, string folder, int port)
    {
        _home = home;
        _folder = folder;
        Port = port;
        Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
    }

    /// <summary><c>127.0.0.1:port</c>.</summary>
    public string Address { get; }

    /// <summary>Where the broker listens.</summary>
    public int Port { get; }

    /// <summary>Process id of the broker.</summary>
    public int Id => _process?.Id ?? throw new InvalidOperationException("The broker is down.");

    private string Properties => Path.Combine(_folder, "server.properties");

    /// <summary>Formats the storage and starts; returns when the broker says that it has started.</summary>
    /// <param name="home">A Kafka distribution.</param>
    /// <param name="advertisedPort">The port that clients are told, of a proxy of 127.0.0.1 in between; null: the broker's own.</param>
    public static KafkaProcess Start(string home, int? advertisedPort = null)
    {
        var folder = Directory.CreateTempSubdirectory("triggers-kafka-").FullName;
        var ports = Loopback.FreePorts(2);
        var broker = new KafkaProcess(home, folder, ports[0]);
        File.WriteAllText(broker.Properties, ServerProperties(ports[0], advertisedPort ?? ports[0], ports[1], Path.Combine(folder, "data")));
        broker.Format();
        broker.Start();
        return broker;
    }

    /// <summary>Starts again on the same port with the data it had.</summary>
    public void Start()
    {
        var output = Path.Combine(_folder, "broker.log");
        _process = ServerProcess.Start(output, Environment(), Path.Combine(_home, "bin", "kafka-server-start.sh"), Properties);
        _process.WaitUntil(() => File.Exists(output) && File.ReadAllText(output).Contains("Kafka Server started", StringComparison.Ordinal), TimeSpan.FromMinutes(2));
    }

    /// <summary>Kill -9.</summary>
    public void Kill()
    {
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Kills the broker and deletes its folder.</summary>
    public void Dispose()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private static string ServerProperties(int port, int advertisedPort, int controllerPort, string data) => string.Create(CultureInfo.InvariantCulture, $"""
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:{controllerPort}
        listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controllerPort}
        advertised.listeners=PLAINTEXT://127.0.0.1:{advertisedPort}
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=PLAINTEXT
        log.dirs={data}
        default.replication.factor=1
        min.insync.replicas=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        auto.create.topics.enable=false
        group.initial.rebalance.delay.ms=0
        group.min.session.timeout.ms=500
        transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
        log.cleaner.backoff.ms=1000
        log.cleaner.dedupe.buffer.size=16777216

        """);

    private void Format()
    {
        var cluster = Convert.ToBase64String(Guid.NewGuid().ToByteArray()).Replace('+', 'a').Replace('/', 'b').TrimEnd('=');
        using var format = ServerProcess.Start(
            Path.Combine(_folder, "format.log"), Environment(), Path.Combine(_home, "bin", "kafka-storage.sh"), "format", "-t", cluster, "-c", Properties);
        if (format.WaitForExit() != 0)
        {
            throw new InvalidOperationException($"kafka-storage.sh format failed:\n{File.ReadAllText(Path.Combine(_folder, "format.log"))}");
        }
    }

    private Dictionary<string, string> Environment() => new()
    {
        ["KAFKA_HEAP_OPTS"] = $"-Xms128m -Xmx{HeapMegabytes}m",
        ["LOG_DIR"] = Path.Combine(_folder, "logs"),
    };
}
