using Triggers.Conformance.Stores;
using Triggers.Model.Time;
using Triggers.Runtime.InMemory;
using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;
using Xunit;
using static Triggers.Conformance.Stores.StoreSubject;

namespace Triggers.Servers.Redis;

/// <summary>Random scripts, sensible and stale ones mixed, on Redis and on the reference: the same replies and the same content after each.</summary>
[Collection(ServerCollection.Name)]
public sealed class RedisEqualsReferenceTests(ServerSet servers)
{
    [ServerFact(Needs.Redis)]
    public async Task Two_thousand_random_scripts_do_the_same_to_both()
    {
        var memory = new InMemoryStateStore();
        await using var reference = new StoreSubject(memory, memory.ScanAsync);
        await using var redis = await RedisSubject.OpenAsync(servers);
        var random = new Random(20261122);
        var replies = new Dictionary<string, int>();
        for (var step = 0; step < 2_000; step++)
        {
            var stamp = await memory.StampAsync(Partition, CancellationToken.None);
            var (name, script) = Next(random, stamp);
            var (expected, actual) = (await script(reference), await script(redis));
            Assert.Equal($"step {step}: {name} {expected}", $"step {step}: {name} {actual}");
            Assert.Equal($"step {step}: {name} {await reference.Content()}", $"step {step}: {name} {await redis.Content()}");
            Assert.Equal(await reference.Timers(0, 100, 5), await redis.Timers(0, 100, 5));
            var kind = $"{name} {(name == "claim" ? "" : expected)}";
            replies[kind] = replies.GetValueOrDefault(kind) + 1;
        }

        string[] kinds =
        [
            "claim ", "copy Already", "copy Behind", "copy Fenced", "copy Ok", "finish Already", "finish Behind", "finish Fenced", "finish Ok",
            "reset Already", "reset Behind", "reset Fenced", "reset Ok", "store Already", "store Behind", "store Fenced", "store Ok",
        ];
        Assert.Equal(kinds, replies.Keys.Order(StringComparer.Ordinal));
    }

    private static (string Name, Func<StoreSubject, Task<string>> Script) Next(Random random, PartitionStamp stamp)
    {
        var epoch = random.Next(6) == 0 || stamp.Epoch is null ? (random.Next(2) == 0 ? Mine : Other) : stamp.Epoch.Value;
        var position = random.Next(3) == 0 ? Offset(random) : stamp.Position;
        var applied = random.Next(3) == 0 || stamp.Applied is null ? random.Next(20) : stamp.Applied.Value;
        var to = applied + random.Next(1, 4);
        var copied = random.Next(20);
        var states = States(random);
        return random.Next(10) switch
        {
            0 => ("claim", async subject => Text(await subject.Claim(epoch == Mine ? Other : Mine))),
            1 => ("reset", async subject => $"{await subject.Reset(epoch, position)}"),
            2 or 3 => ("copy", async subject => $"{await subject.Copy(ChunkOf(epoch, position, copied, states))}"),
            4 or 5 => ("finish", async subject => $"{await subject.Finish(epoch, position, applied)}"),
            _ => ("store", async subject => $"{await subject.StoreBatch(BatchOf(epoch, applied, to, states))}"),
        };
    }

    private static long? Offset(Random random) => random.Next(4) == 0 ? null : random.Next(20);

    private static StateEntry[] States(Random random) =>
    [
        .. Enumerable.Range(1, 5).Where(_ => random.Next(2) == 0).Select(customer =>
            new StateEntry(Customer((uint)customer), random.Next(4) == 0 ? null : [(byte)random.Next(97, 123)], random.Next(3) == 0 ? Timestamp.Never : new(random.Next(100)))),
    ];
}
