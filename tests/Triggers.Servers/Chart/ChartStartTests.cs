using System.Globalization;
using System.Net;
using System.Text.Json;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Triggers.Servers.Fixtures;
using Triggers.Servers.Monitoring;
using Triggers.Servers.Serving;
using Xunit;

namespace Triggers.Servers.Chart;

/// <summary>The pods that the chart renders would start: command, environment and mounted files are taken from it, and the built program runs with them.</summary>
[Collection(ServerCollection.Name)]
public sealed class ChartStartTests : IDisposable
{
    private const string Password = "only-for-this-test";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ServerSet _servers;
    private readonly string _folder = Directory.CreateTempSubdirectory("triggers-pod-").FullName;
    private readonly string _prefix = ServerSet.NewNames().Prefix;

    public ChartStartTests(ServerSet servers) => _servers = servers;

    [ChartFact]
    public void The_job_makes_the_topics_and_the_pod_becomes_ready_and_stops_in_good_order()
    {
        using var redis = RedisServer.StartOwn();
        redis.Command("CONFIG", "SET", "requirepass", Password);
        CreateSource();
        var manifests = Render(redis.Address, Loopback.FreePorts(1)[0]);

        using var job = Start(new(manifests, "Job", "demo-triggers-topics-1-abcde", Folder("job")), "job.log");
        Assert.True(job.WaitForExit(Patience) == 0, File.ReadAllText(Path.Combine(_folder, "job.log")));

        var pod = new RenderedPod(manifests, "StatefulSet", "demo-triggers-0", Folder("pod"));
        using var process = Start(pod, "pod.log");
        var ready = pod.Probe("readinessProbe");
        using var status = new StatusClient(ready);
        process.WaitUntil(() => status.Get(ready.AbsolutePath).Code == HttpStatusCode.OK, Patience);
        Assert.Equal(HttpStatusCode.OK, status.Get(pod.Probe("livenessProbe").AbsolutePath).Code);
        Assert.Equal(HttpStatusCode.OK, status.Get(pod.Probe("startupProbe").AbsolutePath).Code);
        Assert.Equal(2, status.Sum("triggers_partitions{state=\"running\"}"));

        process.Terminate();
        Assert.Equal(0, process.WaitForExit(TimeSpan.FromSeconds(60)));
        var said = File.ReadAllText(Path.Combine(_folder, "pod.log"));
        Assert.Contains("transactional id default.demo-triggers-0.", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ServerProcess Start(RenderedPod pod, string log)
    {
        var command = pod.Command;
        return ServerProcess.Start(Path.Combine(_folder, log), pod.Environment(), command[0], [.. command.Skip(1)]);
    }

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    private Manifests Render(string redis, int port)
    {
        // JSON is YAML; the values are those of a real installation, with ports of this machine.
        var values = new
        {
            createTopics = true,
            config = new
            {
                kafka = new
                {
                    bootstrapServers = _servers.Kafka.Address, topicPrefix = _prefix, triggerGroup = _prefix, ingestGroup = _prefix + "-ingest", topics = new { partitions = 2, replicas = 1 },
                },
                redis = new { endpoints = (string[])[redis], keyPrefix = _prefix },
                telemetry = new { address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}") },
            },
            secrets = new { redisPassword = new { name = "redis" }, kafkaProperties = new { name = "kafka" } },
            workspace = new { files = CartWorkspace.Files(($"{_prefix}.clicks", $"{_prefix}.push")) },
        };
        var file = Path.Combine(_folder, "values.json");
        File.WriteAllText(file, JsonSerializer.Serialize(values));
        var (code, output) = Helm.Template(file);
        Assert.True(code == 0, output);
        return new(output, new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["triggers-key"] = new Dictionary<string, string> { ["secret"] = "a-secret-of-the-live-tests" },
            ["redis"] = new Dictionary<string, string> { ["password"] = Password },
            ["kafka"] = new Dictionary<string, string> { ["client.properties"] = "# as a secret holds it\nclient.dns.lookup=use_all_dns_ips\n" },
        });
    }

    private void CreateSource()
    {
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = _servers.Kafka.Address }).Build();
        admin.CreateTopicsAsync([new TopicSpecification { Name = $"{_prefix}.clicks", NumPartitions = 2, ReplicationFactor = 1 }]).GetAwaiter().GetResult();
    }
}
