using System.Globalization;
using Triggers.Redis;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;
using Xunit;
using static Triggers.Conformance.Stores.StoreSubject;

namespace Triggers.Servers.Redis;

/// <summary>What connecting refuses, word for word as an operator reads it.</summary>
[Collection(ServerCollection.Name)]
public sealed class RedisStartTests
{
    private const string Rights = "+echo +ping +info +eval +evalsha +hmget +hset +hdel +hscan +zadd +zrem +zrangebyscore +zmscore +unlink";

    [ServerFact(Needs.OwnRedis)]
    public async Task A_server_that_may_evict_states_is_refused()
    {
        await using var own = OwnRedis.Start();
        own.Server.Command("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
        Assert.Equal(
            "Redis at ADDRESS has maxmemory-policy 'allkeys-lru', so that it may throw states away when memory is full; allowed is noeviction. "
            + "Set maxmemory-policy noeviction in redis.conf (or: CONFIG SET maxmemory-policy noeviction), or use a Redis of its own for Triggers.",
            await own.Refusal(own.Options));
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task A_server_that_is_not_there_is_named_with_the_remedy()
    {
        await using var own = OwnRedis.Start();
        own.Server.Stop();
        Assert.Equal(
            "Redis at ADDRESS, database 0, key prefix 'triggers' cannot be reached within 2 s. "
            + "Start Redis there, or set redis.endpoints to where it runs; look at host name, port, firewall and redis.tls. (retry)",
            await own.Refusal(own.Options));
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task A_server_that_never_answers_is_given_up()
    {
        await using var own = OwnRedis.Start();
        own.Server.Freeze();
        Assert.Equal(
            "Redis at ADDRESS, database 0, key prefix 'triggers' cannot be reached within 2 s. "
            + "Start Redis there, or set redis.endpoints to where it runs; look at host name, port, firewall and redis.tls. (retry)",
            await own.Refusal(own.Options));
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task TLS_to_a_server_without_it_is_given_up()
    {
        await using var own = OwnRedis.Start();
        Assert.Equal(
            "Redis at ADDRESS, database 0, key prefix 'triggers' cannot be reached within 2 s. "
            + "Start Redis there, or set redis.endpoints to where it runs; look at host name, port, firewall and redis.tls. (retry)",
            await own.Refusal(own.Options with { Tls = true }));
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task Wrong_credentials_are_refused_without_showing_them()
    {
        await using var own = OwnRedis.Start();
        own.Server.Command("ACL", "SETUSER", "worker", "on", ">right", "~*", "+@all");
        own.Server.Command("CONFIG", "SET", "requirepass", "right");
        const string remedy = "Set redis.user and redis.password to what the server expects.";
        Assert.Equal(
        [
            $"Redis at ADDRESS, database 0, key prefix 'triggers' refuses the credentials (no user, no password). {remedy}",
            $"Redis at ADDRESS, database 0, key prefix 'triggers' refuses the credentials (no user, a password). {remedy}",
            $"Redis at ADDRESS, database 0, key prefix 'triggers' refuses the credentials (user 'worker', a password). {remedy}",
        ],
        [
            await own.Refusal(own.Options),
            await own.Refusal(own.Options with { Password = "wrong" }),
            await own.Refusal(own.Options with { User = "worker", Password = "wrong" }),
        ]);
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task A_user_needs_no_more_rights_than_the_scripts()
    {
        await using var own = OwnRedis.Start();
        own.Server.Command(["ACL", "SETUSER", "worker", "on", ">right", "~{triggers:*", .. Rights.Split(' ')]);
        var store = await RedisStateStore.ConnectAsync(own.Options with { User = "worker", Password = "right" }, own, CancellationToken.None);
        await using var subject = RedisSubject.Of(store);
        await subject.Claim(Mine);
        Assert.Equal(StoreReply.Ok, await subject.Reset(Mine, null));
        await subject.Finish(Mine, null, 10);
        Assert.Equal(StoreReply.Ok, await subject.StoreBatch(Batch(10, 20, State(1, "a", 100), State(2, null))));
        Assert.Equal("mine applied 20 position 1020 (5020): 1=a@100", await subject.Content());
        Assert.Equal("1@100", await subject.Timers(0, 1_000, 10));
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task A_user_without_rights_is_refused()
    {
        await using var own = OwnRedis.Start();
        const string remedy = $"Give the user 'worker' these rights on keys of the prefix (ACL SETUSER): {Rights}.";
        var options = own.Options with { User = "worker", Password = "right" };
        own.Server.Command("ACL", "SETUSER", "worker", "on", ">right", "~*", "+ping");
        var handshake = await own.Refusal(options);
        own.Server.Command("ACL", "SETUSER", "worker", "+echo", "+info");
        Assert.Equal(
        [
            $"Redis at ADDRESS, database 0, key prefix 'triggers' denies the user what the store needs: NOPERM this user has no permissions to run the 'echo' command {remedy}",
            $"Redis at ADDRESS, database 0, key prefix 'triggers' denies the user what the store needs: NOPERM this user has no permissions to run the 'hmget' command {remedy}",
        ],
        [handshake, await own.Refusal(options)]);
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task A_database_that_does_not_exist_is_refused()
    {
        await using var own = OwnRedis.Start();
        Assert.Equal(
            "Redis at ADDRESS, database 100, key prefix 'triggers' refuses to serve: The database does not exist on the server: 100 Look at redis.database and at the server's log.",
            await own.Refusal(own.Options with { Database = 100 }));
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_named()
    {
        var fault = await Assert.ThrowsAsync<OutsideFault>(() => RedisStateStore.ConnectAsync(
            new() { Endpoints = ["no-such-host.invalid:6379"], ConnectTimeout = TimeSpan.FromSeconds(2) }, null, CancellationToken.None));
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"Redis at no-such-host.invalid:6379, database 0, key prefix 'triggers' cannot be reached within 2 s."), fault.Message);
    }
}
