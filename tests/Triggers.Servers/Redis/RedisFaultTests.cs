using Triggers.Runtime.Ports;
using Triggers.Servers.Fixtures;
using Xunit;
using static Triggers.Conformance.Stores.StoreSubject;

namespace Triggers.Servers.Redis;

/// <summary>What a real server does to the store: it dies, hangs, forgets, is restored, runs full. Replies stay three-valued and nothing is written twice or by halves.</summary>
[Collection(ServerCollection.Name)]
public sealed class RedisFaultTests
{
    [ServerFact(Needs.OwnRedis)]
    public async Task A_server_that_dies_leaves_writes_unknown_and_reads_faulted_and_comes_back_empty()
    {
        await using var own = await OwnRedis.StartAsync();
        await own.Subject.TakeOver(10);
        await own.Subject.StoreBatch(Batch(10, 20, State(1, "a")));

        own.Server.Stop();
        Assert.Equal(StoreReply.Unknown, await own.Subject.StoreBatch(Batch(20, 30, State(1, "b"))));
        Assert.True((await Assert.ThrowsAsync<OutsideFault>(() => own.Subject.Load(Customer(1)))).Retry);
        Assert.True((await Assert.ThrowsAsync<OutsideFault>(() => own.Subject.Claim(Mine))).Retry);

        own.Server.Restart();
        Assert.Equal(StoreReply.Behind, await OwnRedis.Resend(() => own.Subject.StoreBatch(Batch(20, 30, State(1, "b")))));
        await own.Subject.TakeOver(20);
        Assert.Equal(StoreReply.Ok, await own.Subject.StoreBatch(Batch(20, 30, State(1, "b"))));
        Assert.Equal("mine applied 30 position 1030 (5030): 1=b", await own.Subject.Content());
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task A_server_that_hangs_leaves_writes_unknown_and_may_carry_them_out_later()
    {
        await using var own = await OwnRedis.StartAsync();
        await own.Subject.TakeOver(10);
        own.Server.Freeze();
        Assert.Equal(StoreReply.Unknown, await own.Subject.StoreBatch(Batch(10, 20, State(1, "a", 100))));
        Assert.Equal(StoreReply.Unknown, await own.Subject.StoreBatch(Batch(10, 20, State(1, "a", 100))));
        var fault = await Assert.ThrowsAsync<OutsideFault>(() => own.Subject.Load(Customer(1)));
        Assert.Equal(
            "Redis at ADDRESS, database 0, key prefix 'triggers' gave no answer to loading 1 states of partition 3 within 0.5 s. "
            + "It is tried again; if it goes on, see that Redis runs, is reachable from here and is not overloaded.",
            own.Text($"{fault.Message} {fault.Remedy}"));

        own.Server.Thaw();
        var reply = await OwnRedis.Resend(() => own.Subject.StoreBatch(Batch(10, 20, State(1, "a", 100))));
        Assert.Contains(reply, (StoreReply[])[StoreReply.Ok, StoreReply.Already]);
        Assert.Equal("mine applied 20 position 1020 (5020): 1=a@100", await own.Subject.Content());
        Assert.Equal("info: Redis at ADDRESS, database 0, key prefix 'triggers' stores again.", own.Notices.Last());
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task Connections_killed_under_load_lose_and_double_nothing()
    {
        await using var own = await OwnRedis.StartAsync();
        await own.Subject.TakeOver(0);
        var unknown = 0;
        using var ended = new CancellationTokenSource();
        var killing = Task.Run(async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                own.Server.Command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
                await Task.Delay(20);
            }
        });
        for (var to = 1; to <= 1_000 && unknown < 100; to++)
        {
            var batch = Batch(to - 1, to, [.. Enumerable.Range(0, 50).Select(i => State((uint)i, $"{to}", to))]);
            var reply = await OwnRedis.Resend(async () =>
            {
                var answer = await own.Subject.StoreBatch(batch);
                unknown += answer == StoreReply.Unknown ? 1 : 0;
                return answer;
            });
            Assert.Contains(reply, (StoreReply[])[StoreReply.Ok, StoreReply.Already]);
        }

        await ended.CancelAsync();
        await killing;
        var applied = (await ReadAsync(() => own.Subject.Store.StampAsync(Partition, CancellationToken.None))).Applied;
        var load = await ReadAsync(() => own.Subject.Load([.. Enumerable.Range(0, 50).Select(i => Customer((uint)i))]));
        Assert.All(load.Blobs, blob => Assert.Equal($"{applied}", System.Text.Encoding.UTF8.GetString(blob!)));
        Assert.True(unknown > 0, "no connection was killed in the middle of a call");
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task After_FLUSHALL_writes_are_BEHIND_and_loads_say_that_nobody_owns_the_partition()
    {
        await using var own = await OwnRedis.StartAsync();
        await own.Subject.TakeOver(10);
        await own.Subject.StoreBatch(Batch(10, 20, State(1, "a")));
        own.Server.FlushAll();
        Assert.Equal(StoreReply.Behind, await own.Subject.StoreBatch(Batch(20, 30, State(1, "b"))));
        Assert.Equal(default, (await own.Subject.Load(Customer(1))).Stamp);
        Assert.Equal("nobody applied nothing no position:", await own.Subject.Content());
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task A_restored_snapshot_is_BEHIND_under_the_same_token_and_FENCED_under_another()
    {
        await using var own = await OwnRedis.StartAsync();
        await own.Subject.TakeOver(10);
        await own.Subject.StoreBatch(Batch(10, 20, State(1, "a", 100)));
        own.Server.Command("COPY", "{triggers:p3}:state", "{triggers:p3}:snapshot");
        await own.Subject.StoreBatch(Batch(20, 30, State(1, "b", 100)));

        own.Server.Command("COPY", "{triggers:p3}:snapshot", "{triggers:p3}:state", "REPLACE");
        Assert.Equal(StoreReply.Behind, await own.Subject.StoreBatch(Batch(30, 40, State(1, "c"))));
        await own.Subject.Claim(Other);
        await own.Subject.Finish(Other, 1_020, 20);

        own.Server.Command("COPY", "{triggers:p3}:snapshot", "{triggers:p3}:state", "REPLACE");
        Assert.Equal(StoreReply.Fenced, await own.Subject.StoreBatch(BatchOf(Other, 20, 30, State(1, "c"))));
        Assert.Equal("mine applied 20 position 1020 (5020): 1=a@100", await own.Subject.Content());
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task A_full_server_refuses_the_whole_script_and_the_operator_hears_of_it_once()
    {
        await using var own = await OwnRedis.StartAsync();
        await own.Subject.TakeOver(10);
        await own.Subject.StoreBatch(Batch(10, 20, State(1, "a", 100), State(2, "b", 200)));
        own.Server.Command("CONFIG", "SET", "maxmemory", "1");
        var batch = Batch(20, 30, State(1, "A"), State(2, null), State(3, "c", 50));
        Assert.Equal(StoreReply.Unknown, await own.Subject.StoreBatch(batch));
        Assert.Equal(StoreReply.Unknown, await own.Subject.StoreBatch(batch));
        Assert.Equal("mine applied 20 position 1020 (5020): 1=a@100 2=b@200", await own.Subject.Content());

        own.Server.Command("CONFIG", "SET", "maxmemory", "0");
        Assert.Equal(StoreReply.Ok, await own.Subject.StoreBatch(batch));
        Assert.Equal("mine applied 30 position 1030 (5030): 1=A 3=c@50", await own.Subject.Content());
        Assert.Equal(
        [
            "warning: Redis at ADDRESS, database 0, key prefix 'triggers' refused the batch of 3 states of partition 3: its memory is full. "
            + "Give Redis more memory (maxmemory); until then committed states wait in the worker, and it stops when too many wait.",
            "info: Redis at ADDRESS, database 0, key prefix 'triggers' stores again.",
        ], own.Notices);
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task A_server_that_forgot_the_scripts_is_given_them_again()
    {
        await using var own = await OwnRedis.StartAsync();
        await own.Subject.TakeOver(10);
        own.Server.Command("SCRIPT", "FLUSH");
        Assert.Equal(StoreReply.Ok, await own.Subject.StoreBatch(Batch(10, 20, State(1, "a", 100))));
        own.Server.Command("SCRIPT", "FLUSH");
        Assert.Equal("1@100", await own.Subject.Timers(0, 1_000, 10));
        Assert.Empty(own.Notices);
    }

    [ServerFact(Needs.OwnRedis)]
    public async Task The_layout_is_as_it_is_drawn()
    {
        await using var own = await OwnRedis.StartAsync();
        await own.Subject.TakeOver(10);
        await own.Subject.StoreBatch(Batch(10, 20, State(1, "a", 100), State(2, "b")));
        const string script = """
            local text = {}
            local function show(bytes) return #bytes == 16 and (bytes:gsub('.', function(c) return ('%02x'):format(c:byte()) end)) or bytes end
            for _, key in ipairs(redis.call('KEYS', '*')) do
              local pairs = key:find('timers') and redis.call('ZRANGE', key, 0, -1, 'WITHSCORES') or redis.call('HGETALL', key)
              for i = 1, #pairs, 2 do text[#text + 1] = key .. ' ' .. show(pairs[i]) .. '=' .. pairs[i + 1] end
            end
            table.sort(text)
            return { ok = table.concat(text, ', ') }
            """;
        Assert.Equal(
            "+{triggers:p3}:state 800000000000000100000000ff000000=a, {triggers:p3}:state 800000000000000200000000ff000000=b, {triggers:p3}:state applied=20, "
            + "{triggers:p3}:state epoch=00000000000000000000000000000001, {triggers:p3}:state position-time=5020, {triggers:p3}:state position=1020, "
            + "{triggers:p3}:timers 800000000000000100000000ff000000=100",
            own.Server.Command("EVAL", script, "0"));
    }

    /// <summary>Reads as the runtime does: again, when there was no answer.</summary>
    private static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        for (var left = 100; ; left--)
        {
            try
            {
                return await read();
            }
            catch (OutsideFault fault) when (fault.Retry && left > 0)
            {
                await Task.Delay(50);
            }
        }
    }
}
