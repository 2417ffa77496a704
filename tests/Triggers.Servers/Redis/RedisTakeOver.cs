using Triggers.Conformance.Stores;
using Triggers.Servers.Fixtures;
using Xunit;

namespace Triggers.Servers.Redis;

[Collection(ServerCollection.Name)]
[SuiteNeedsServers(Needs.Redis)]
public sealed class RedisTakeOver(ServerSet servers) : TakeOverConformance
{
    protected override Task<StoreSubject> OpenAsync() => RedisSubject.OpenAsync(servers);
}
