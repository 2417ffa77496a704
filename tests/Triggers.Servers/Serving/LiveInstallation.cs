using System.Globalization;
using System.Text;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Triggers.Hosting.Options;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;
using Xunit;

namespace Triggers.Servers.Serving;

/// <summary>
/// Everything one live test needs, under names that no other test has: a workspace and a configuration in a temporary folder, topics, and the built program as a user runs it.
/// </summary>
internal sealed class LiveInstallation : IDisposable
{
    private static readonly TimeSpan CommandTime = TimeSpan.FromMinutes(2);

    private readonly ServerSet _servers;
    private readonly List<LiveProcess> _processes = [];

    /// <summary>Makes folder, configuration and topics.</summary>
    /// <param name="servers">Kafka and Redis.</param>
    /// <param name="workspace">Path → text of the workspace, given source topic and outbound topic.</param>
    /// <param name="partitions">Of every topic.</param>
    /// <param name="redis">Another Redis than that of <paramref name="servers"/>; null: that one.</param>
    internal LiveInstallation(ServerSet servers, Func<(string Source, string Outbound), IReadOnlyDictionary<string, string>> workspace, int partitions, string? redis = null)
    {
        _servers = servers;
        Names = ServerSet.NewNames();
        Folder = Directory.CreateTempSubdirectory("triggers-live-").FullName;
        foreach (var (path, text) in workspace((Source, Outbound)))
        {
            var file = Path.Combine(Folder, "workspace", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        File.WriteAllText(ConfigPath, string.Create(CultureInfo.InvariantCulture, $$"""
            kafka:
              bootstrapServers: {{servers.Kafka.Address}}
              topicPrefix: {{Names.Prefix}}
              triggerGroup: {{Names.Prefix}}
              ingestGroup: {{Names.Prefix}}-ingest
              sessionTimeout: 6s
              transactionTimeout: 10s
              topics: { partitions: {{partitions}}, replicas: 1 }
            redis:
              endpoints: {{redis ?? servers.Redis.Address}}
              keyPrefix: {{Names.Prefix}}
            keys:
              secret: a-secret-of-the-live-tests
            worker:
              idleCheckInterval: 1s
            telemetry:
              address: 127.0.0.1:0
            """));
        CreateSource(partitions);
        Assert.Equal(0, Command("topics", WorkspacePath, "--config", ConfigPath, "--create").ExitCode);
    }

    internal TopicNames Names { get; }

    internal string Folder { get; }

    internal string WorkspacePath => Path.Combine(Folder, "workspace");

    internal string ConfigPath => Path.Combine(Folder, "triggers.yaml");

    /// <summary>The topic that events are produced to.</summary>
    internal string Source => $"{Names.Prefix}.clicks";

    /// <summary>The topic that messages come out of.</summary>
    internal string Outbound => $"{Names.Prefix}.push";

    internal string Address => _servers.Kafka.Address;

    internal ServeOptions Options => ServeOptions.Load(ConfigPath);

    /// <summary>Starts <c>triggers serve</c> with its own transactional id; without a workspace it runs what was published.</summary>
    internal LiveProcess Serve(string transactionalId, bool hasWorkspace = true)
    {
        var process = new LiveProcess(this, transactionalId, hasWorkspace);
        _processes.Add(process);
        return process;
    }

    /// <summary>Runs a command of the built program to its end.</summary>
    internal (int ExitCode, string Output) Command(params string[] arguments)
    {
        var output = Path.Combine(Folder, $"{arguments[0]}.out");
        using var process = ServerProcess.Start(output, new Dictionary<string, string>(), "dotnet", [LiveProcess.Program, .. arguments]);
        var code = process.WaitForExit(CommandTime);
        return (code, File.ReadAllText(output));
    }

    /// <summary>A producer of source records, all acknowledged.</summary>
    internal IProducer<string, byte[]> OpenProducer() =>
        new ProducerBuilder<string, byte[]>(new ProducerConfig { BootstrapServers = Address, Acks = Acks.All, EnableIdempotence = true, LingerMs = 5 }).Build();

    /// <summary>Every committed record of a topic, partition by partition, in offset order.</summary>
    internal List<ConsumeResult<string, string>> Committed(string topic)
    {
        using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig
        {
            BootstrapServers = Address,
            GroupId = $"{Names.Prefix}-reader",
            IsolationLevel = IsolationLevel.ReadCommitted,
            EnableAutoCommit = false,
            EnablePartitionEof = true,
            AutoOffsetReset = AutoOffsetReset.Earliest,
        }).SetKeyDeserializer(Deserializers.Utf8).SetValueDeserializer(Deserializers.Utf8).Build();
        using var admin = Admin();
        var partitions = admin.GetMetadata(topic, TimeSpan.FromSeconds(10)).Topics[0].Partitions.Count;
        consumer.Assign(Enumerable.Range(0, partitions).Select(p => new TopicPartitionOffset(topic, p, Offset.Beginning)));
        var records = new List<ConsumeResult<string, string>>();
        for (var ended = new HashSet<int>(); ended.Count < partitions;)
        {
            if (consumer.Consume(TimeSpan.FromSeconds(10)) is not { } result)
            {
                continue;
            }

            if (result.IsPartitionEOF)
            {
                ended.Add(result.Partition);
            }
            else
            {
                ended.Remove(result.Partition);
                records.Add(result);
            }
        }

        return [.. records.OrderBy(r => r.Partition.Value).ThenBy(r => r.Offset.Value)];
    }

    /// <summary>What the processes said, for the message of a failing test.</summary>
    internal string Journal() => string.Join(Environment.NewLine, _processes.Select(p => p.Journal()).Distinct());

    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        Directory.Delete(Folder, recursive: true);
    }

    private IAdminClient Admin() => new AdminClientBuilder(new AdminClientConfig { BootstrapServers = Address }).Build();

    private void CreateSource(int partitions)
    {
        using var admin = Admin();
        admin.CreateTopicsAsync([new TopicSpecification { Name = Source, NumPartitions = partitions, ReplicationFactor = 1 }]).GetAwaiter().GetResult();
    }
}
