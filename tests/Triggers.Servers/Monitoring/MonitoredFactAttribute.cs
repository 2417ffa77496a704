using Triggers.Servers.Fixtures;
using Xunit;

namespace Triggers.Servers.Monitoring;

/// <summary>A test that starts a Prometheus of its own beside a broker and a Redis that it may freeze; skipped, with the reason, where one cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MonitoredFactAttribute : FactAttribute
{
    /// <summary>Looks when the tests are discovered.</summary>
    public MonitoredFactAttribute() => Skip = ServerFactAttribute.MissingOf(Needs.Kafka | Needs.OwnRedis) ?? Tool.Missing("prometheus");
}
