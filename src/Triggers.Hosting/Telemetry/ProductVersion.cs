using System.Reflection;
using System.Runtime.InteropServices;
using Triggers.Kafka;
using Triggers.Redis;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Telemetry;

/// <summary>What runs here.</summary>
public static class ProductVersion
{
    /// <summary>Version of Triggers: <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <summary>The metric that tells it, always 1.</summary>
    public static IGaugeSource Gauge { get; } = new GaugeSource(
        "triggers.build.info", "{process}", "Versions of Triggers, of .NET and of the client libraries; the value is always 1",
        () =>
        [
            new(1, new("version", Text), new("dotnet", Environment.Version.ToString()), new("librdkafka", KafkaPorts.ClientVersion),
                new("stackexchange_redis", RedisStateStore.ClientVersion), new("runtime", RuntimeInformation.RuntimeIdentifier)),
        ]);
}
