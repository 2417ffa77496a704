using Triggers.Servers.Fixtures;
using Triggers.Servers.Monitoring;
using Xunit;

namespace Triggers.Servers.Serving;

/// <summary>Rules that come from the topic alone: what is published runs, and what is published later takes its place without a restart.</summary>
[Collection(ServerCollection.Name)]
public sealed class PublishedRulesTests(ServerSet servers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [ServerFact]
    public void A_process_without_a_workspace_runs_what_is_published_and_takes_up_what_is_published_later()
    {
        using var live = new LiveInstallation(servers, CartWorkspace.Files, partitions: 1);
        var (code, said) = live.Command("serve", "--config", live.ConfigPath);
        Assert.Equal(2, code);
        Assert.Contains($"The topic {live.Names.Rules} holds no rules.", said, StringComparison.Ordinal);
        Assert.StartsWith("Published rules ", Publish(live), StringComparison.Ordinal);
        Assert.EndsWith("are the newest already.\n", Publish(live), StringComparison.Ordinal);

        var process = live.Serve(live.Names.Prefix + "-a", hasWorkspace: false);
        using var status = new StatusClient(process.Url);
        process.WaitUntil(status.IsReady, Patience);
        Assert.Equal(0, status.Sum("triggers_decisions_total{gate=\"none\",outcome=\"sent\",trigger=\"cart-left\"}"));

        var events = Path.Combine(live.WorkspacePath, "events.yaml");
        File.WriteAllText(events, File.ReadAllText(events).Replace("order.placed: {", "cart.emptied: { from: " + live.Source + ", fields: { cart: string } }\n  order.placed: {", StringComparison.Ordinal));
        var published = Publish(live);
        Assert.StartsWith("Published rules ", published, StringComparison.Ordinal);
        var version = published.Split(' ')[2].Trim().TrimEnd('.');
        process.WaitUntil(() => status.Sum($"triggers_rules_partitions{{version=\"{version}\"}}") == 1 && status.IsReady(), Patience);
        Assert.Contains($"Rules {version} were published: beginning anew with them.", process.Journal(), StringComparison.Ordinal);

        using (var producer = live.OpenProducer())
        {
            producer.Produce(live.Source, new() { Value = "{\"id\":\"e1\",\"customer\":\"u\",\"time\":1767225600000,\"type\":\"cart.emptied\",\"cart\":\"k\"}"u8.ToArray() });
            producer.Flush(CancellationToken.None);
        }

        process.WaitUntil(() => status.Sum("triggers_source_records_total{outcome=\"event\"") == 1, Patience);
        Assert.Equal(0, process.Stop());
    }

    private static string Publish(LiveInstallation live)
    {
        var (code, output) = live.Command("publish", live.WorkspacePath, "--config", live.ConfigPath);
        Assert.True(code == 0, output);
        return output;
    }
}
