using System.Text.Json;
using Triggers.Runtime.Telemetry;
using Triggers.Servers.Fixtures;
using Triggers.Tests.Support;
using Xunit;

namespace Triggers.Servers.Serving;

/// <summary>kill -9 at every step of the protocol, on real processes, a real broker and a real Redis, under load.</summary>
[Collection(ServerCollection.Name)]
public sealed class CrashTests(ServerSet servers)
{
    private const int Partitions = 4;

    private static readonly TimeSpan StepTime = TimeSpan.FromSeconds(90);

    private static readonly ProtocolStep[] Kills =
    [
        ProtocolStep.Cut, ProtocolStep.Compute, ProtocolStep.Commit, ProtocolStep.Store, ProtocolStep.Produce,
        ProtocolStep.Store, ProtocolStep.Commit, ProtocolStep.Compute, ProtocolStep.Cut, ProtocolStep.Copy,
    ];

    [ServerFact]
    public async Task Ten_kills_and_a_flush_of_the_store_lose_no_message_and_double_none()
    {
        using var live = new LiveInstallation(servers, CartWorkspace.Files, Partitions);
        LiveProcess[] workers = [live.Serve(live.Names.Prefix + "-a"), live.Serve(live.Names.Prefix + "-b")];
        using var feed = new CartFeed(live);
        // A worker that is killed before each of its commits has nothing to copy: kills begin when every partition has something.
        workers[0].WaitUntil(() => live.Committed(live.Names.State).Select(record => record.Partition.Value).Distinct().Count() == Partitions, StepTime);
        var killed = new Dictionary<string, int>();
        for (var i = 0; i < Kills.Length; i++)
        {
            // Only a worker that takes something over copies: the one that was just started again.
            var victim = workers[(Kills[i] == ProtocolStep.Copy ? i - 1 : i) % workers.Length];
            Assert.True(victim.KillAt(Kills[i], StepTime), $"{victim.TransactionalId} never came to {Kills[i]}.{Environment.NewLine}{live.Journal()}");
            killed[Kills[i].ToString()] = killed.GetValueOrDefault(Kills[i].ToString()) + 1;
            victim.Restart();
            if (i == Kills.Length / 2)
            {
                servers.Redis.FlushAll();
            }
        }

        feed.Stop();
        var comparison = await LogComparison.SettleAsync(live);
        ResultFile.Write("crash.json", new { kills = Kills.Length, killedAt = killed, flushes = 1, sourceRecords = feed.Produced, comparison });
        Assert.True(comparison.IsExact, $"{comparison}{Environment.NewLine}{live.Journal()}");
        Assert.True(comparison.Messages > 1_000, comparison.ToString());
        AssertEverySourceRecordIsOnceInLogOrDead(live, feed);
        AssertRepeatingTheLogGivesTheSame(live);
        Assert.All(workers, worker => Assert.Equal(0, worker.Stop()));
    }

    private static void AssertEverySourceRecordIsOnceInLogOrDead(LiveInstallation live, CartFeed feed)
    {
        var dead = live.Committed(live.Names.Dead).Select(r => JsonSerializer.Deserialize<JsonElement>(r.Message.Value)).ToList();
        var events = live.Committed(live.Names.Events).Where(r => SourceOrigin.Of(r) is not null).Select(r => SourceOrigin.Of(r)!).ToList();
        var places = events.Concat(dead.Select(d => $"{d.GetProperty("partition").GetInt32()}/{d.GetProperty("offset").GetInt64()}")).ToList();
        Assert.Equal(feed.Broken, dead.Count);
        Assert.Equal(feed.Produced, places.Count);
        Assert.Equal(feed.Produced, places.Distinct().Count());
    }

    private static void AssertRepeatingTheLogGivesTheSame(LiveInstallation live)
    {
        var repeated = RepeatedLog.Run(live);
        var committed = live.Committed(live.Outbound).Select(r => r.Message.Value).Order(StringComparer.Ordinal);
        Assert.Equal(repeated.Order(StringComparer.Ordinal), committed);
    }
}
