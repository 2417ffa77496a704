using Triggers.Servers.Fixtures;
using Xunit;

namespace Triggers.Servers.Chart;

/// <summary>A test that runs what the chart renders, on a real broker and a Redis of its own; skipped, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChartFactAttribute : FactAttribute
{
    /// <summary>Looks when the tests are discovered.</summary>
    public ChartFactAttribute() => Skip = ServerFactAttribute.MissingOf(Needs.Kafka | Needs.OwnRedis) ?? Tool.Missing("helm");
}
