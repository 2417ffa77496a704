using Triggers.Conformance.Pipelines;
using Triggers.Servers.Fixtures;
using Xunit;

namespace Triggers.Servers.Kafka;

[Collection(ServerCollection.Name)]
[SuiteNeedsServers(Needs.Kafka)]
public sealed class KafkaTransaction(ServerSet servers) : TransactionConformance
{
    protected override IPipelineSubject OpenSubject() => KafkaSubject.Open(servers);
}
