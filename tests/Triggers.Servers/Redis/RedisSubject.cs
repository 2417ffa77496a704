using Triggers.Conformance.Stores;
using Triggers.Redis;
using Triggers.Servers.Fixtures;

namespace Triggers.Servers.Redis;

/// <summary>The store on the shared server, each time under a key prefix of its own.</summary>
internal static class RedisSubject
{
    public static async Task<StoreSubject> OpenAsync(ServerSet servers)
    {
        return Of(await RedisStateStore.ConnectAsync(Options(servers.Redis), null, CancellationToken.None));
    }

    public static StoreSubject Of(RedisStateStore store) => new(store, partition => store.ScanAsync(partition));

    public static RedisOptions Options(RedisServer server) => new() { Endpoints = [server.Address], KeyPrefix = ServerSet.NewNames().Prefix };
}
