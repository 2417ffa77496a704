using System.Text.Json;
using Triggers.Hosting.Options;
using Triggers.Tests.Docs;
using Triggers.Tests.Support;

namespace Triggers.Tests.Chart;

/// <summary>What the chart says about the configuration, beside what the program says.</summary>
internal static class ChartValues
{
    /// <summary>Settings whose default differs in the chart, with the reason.</summary>
    internal static IReadOnlyDictionary<string, string> Deviations { get; } = new Dictionary<string, string>
    {
        ["kafka.bootstrapServers"] = "required, so the program has no default",
        ["redis.endpoints"] = "a pod has no Redis on loopback",
        ["telemetry.address"] = "probes and scrapes come from outside the pod",
        ["telemetry.log"] = "a collector reads the lines",
    };

    /// <summary>Settings that come by the environment or from a secret, so that no values hold them, with the reason.</summary>
    internal static IReadOnlyDictionary<string, string> ByEnvironment { get; } = new Dictionary<string, string>
    {
        ["keys.secret"] = "a secret",
        ["keys.secretFile"] = "where the chart mounts the secret",
        ["kafka.propertiesFile"] = "where the chart mounts the secret",
        ["redis.user"] = "goes with the password",
        ["redis.password"] = "a secret",
        ["worker.transactionalId"] = "the pod's own name",
    };

    /// <summary>Name and default of every setting, from the table that tests hold to the program.</summary>
    internal static IReadOnlyDictionary<string, string> Settings { get; } =
        Document.Of("docs/operations.md").Table("settings").ToDictionary(row => row[0].Trim('`'), row => row[1].Trim('`'));

    /// <summary>The values under <c>config</c>, by the names of the settings.</summary>
    internal static IReadOnlyDictionary<string, string> Config()
    {
        var reader = new ConfigReader(File.ReadAllText(Repository.PathOf("helm", "triggers", "values.yaml")), _ => null);
        var values = reader.Map("config").ToDictionary();
        values["redis.endpoints"] = string.Join(", ", reader.List("config.redis.endpoints", []));
        return values;
    }

    /// <summary>The settings that the chart's schema knows.</summary>
    internal static IReadOnlyList<string> InSchema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("helm", "triggers", "values.schema.json")));
        return [.. Names("", schema.RootElement.GetProperty("properties").GetProperty("config"))];
    }

    private static IEnumerable<string> Names(string path, JsonElement node) => node.TryGetProperty("properties", out var properties)
        ? properties.EnumerateObject().SelectMany(property => Names(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value))
        : [path == "kafka.properties" ? "kafka.properties.*" : path];
}
