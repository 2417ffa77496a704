using Triggers.Conformance.Pipelines;
using Triggers.Servers.Fixtures;
using Xunit;

namespace Triggers.Servers.Kafka;

[Collection(ServerCollection.Name)]
[SuiteNeedsServers(Needs.Kafka)]
public sealed class KafkaSource(ServerSet servers) : SourceConformance
{
    protected override IPipelineSubject OpenSubject() => KafkaSubject.Open(servers);
}
