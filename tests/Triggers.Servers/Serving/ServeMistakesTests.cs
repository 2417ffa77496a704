using System.Text;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Triggers.Cli;
using Triggers.Servers.Fixtures;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Servers.Serving;

/// <summary>What <c>serve</c>, <c>topics</c> and <c>log dump</c> say when something is missing or wrong: all of it, as the engineer on call reads it.</summary>
[Collection(ServerCollection.Name)]
public sealed class ServeMistakesTests : IDisposable
{
    private readonly ServerSet _servers;
    private readonly string _folder = Directory.CreateTempSubdirectory("triggers-serve-").FullName;
    private readonly string _prefix = ServerSet.NewNames().Prefix;
    private readonly StringBuilder _said = new();

    public ServeMistakesTests(ServerSet servers) => _servers = servers;

    [ServerFact]
    public void Whatever_is_missing_or_wrong_is_said_with_its_remedy_and_an_exit_code()
    {
        Say("no configuration named", "serve", Workspace());
        Say("the configuration is not there", "serve", Workspace(), "--config", Path.Combine(_folder, "nowhere.yaml"));
        Say("the configuration has mistakes", "serve", Workspace(), "--config", File("wrong.yaml", """
            kafka:
              bootstrapServers: kafka-without-port
              transactionTimeout: ten seconds
              sokcetTimeout: 4s
            redis:
              database: 5000
            keys:
              secret: short
            worker:
              tickInterval: 1ms
            """));
        Say("there is no workspace", "serve", Path.Combine(_folder, "nowhere"), "--config", Config());
        Say("the workspace has a mistake", "serve", Workspace(where: "event.valeu >= 10"), "--config", Config());
        Say("Redis is not there", "serve", Workspace(), "--config", Config(redis: "127.0.0.1:1"));
        Say("Kafka is not there", "serve", Workspace(), "--config", Config(kafka: "127.0.0.1:1"));
        Say("the topics are not there", "serve", Workspace(), "--config", Config());
        Say("the topics are made", "topics", Workspace(), "--config", Config(), "--create");
        Say("the source topic is not there", "serve", Workspace(), "--config", Config());
        Say("another number of partitions is wanted, the topics stay as they are", "topics", "--config", Config(partitions: 3), "--create");
        Say("the changelog has other partitions than the log", "serve", Workspace(), "--config", ConfigOfTopics("odd"));
        Say("the dump cannot be written", "log", "dump", "--config", Config(), "--out", Path.Combine(_folder, "no", "folder.jsonl"));
        Say("there is no such partition", "log", "dump", "--config", Config(), "--out", Path.Combine(_folder, "log.jsonl"), "--partition", "7");
        Say("an offset of no partition", "log", "dump", "--config", Config(), "--out", Path.Combine(_folder, "log.jsonl"), "--from", "7");

        ApprovedText.Verify(Text(), "serve-mistakes");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Say(string title, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(arguments, new(output, output, ShowsProgress: false, ShowsColour: false, Width: 120));
        _said.Append(System.Globalization.CultureInfo.InvariantCulture, $"# {title}: triggers {string.Join(' ', arguments)}\n{output}-> exit code {code}\n\n");
    }

    /// <summary>Names, folders and ports that differ from run to run.</summary>
    private string Text() => _said.ToString()
        .Replace(_folder, "FOLDER", StringComparison.Ordinal)
        .Replace(_servers.Kafka.Address, "KAFKA", StringComparison.Ordinal)
        .Replace(_servers.Redis.Address, "REDIS", StringComparison.Ordinal)
        .Replace(_prefix, "PREFIX", StringComparison.Ordinal);

    private string Workspace(string? where = null)
    {
        var folder = Path.Combine(_folder, where is null ? "workspace" : "mistaken");
        foreach (var (path, text) in CartWorkspace.Files(($"{_prefix}.clicks", $"{_prefix}.push")))
        {
            File(Path.Combine(folder, path), where is null ? text : text.Replace("event.value >= 10", where, StringComparison.Ordinal));
        }

        return folder;
    }

    private string Config(string? kafka = null, string? redis = null, int partitions = 2) => File($"triggers-{kafka is null}-{redis is null}-{partitions}.yaml", $$"""
        kafka:
          bootstrapServers: {{kafka ?? _servers.Kafka.Address}}
          topicPrefix: {{_prefix}}
          connectTimeout: 3s
          topics: { partitions: {{partitions}}, replicas: 1 }
        redis:
          endpoints: {{redis ?? _servers.Redis.Address}}
          connectTimeout: {{(redis is null ? "10s" : "1s")}}
        keys:
          secret: a-secret-of-the-live-tests
        telemetry:
          address: none
        """);

    /// <summary>A configuration whose changelog topic was made by hand, with the wrong number of partitions and without compaction.</summary>
    private string ConfigOfTopics(string part)
    {
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = _servers.Kafka.Address }).Build();
        admin.CreateTopicsAsync([new TopicSpecification { Name = $"{_prefix}-{part}.state", NumPartitions = 5, ReplicationFactor = 1 }]).GetAwaiter().GetResult();
        var file = File($"triggers-{part}.yaml", System.IO.File.ReadAllText(Config()).Replace($"topicPrefix: {_prefix}", $"topicPrefix: {_prefix}-{part}", StringComparison.Ordinal));
        using var ignored = new StringWriter();
        CommandLine.Run(["topics", "--config", file, "--create"], new(ignored, ignored, false, false, 120));
        return file;
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
