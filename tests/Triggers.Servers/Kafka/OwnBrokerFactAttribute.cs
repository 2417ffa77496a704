using Triggers.Servers.Fixtures;
using Xunit;

namespace Triggers.Servers.Kafka;

/// <summary>A test that starts, kills and starts again a broker process of its own; skipped where no Kafka distribution and Java are at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnBrokerFactAttribute : FactAttribute
{
    /// <summary>Looks when the tests are discovered.</summary>
    public OwnBrokerFactAttribute() => Skip = KafkaHome.Missing;
}
