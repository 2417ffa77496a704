using System.Text;
using Triggers.Language.Text;
using Triggers.Language.Workspaces;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Delivery;
using Triggers.Runtime.InMemory;
using Triggers.Runtime.Ingest;
using Xunit;

namespace Triggers.Simulation;

/// <summary>Source records as large as a broker takes them (1,048,588 bytes by default), of which a producer sends 1,000,000 at most.</summary>
public sealed class LargeRecordTests
{
    private const int ProducerMax = 1_000_000;
    private const int SourceValue = 1_040_000;

    private readonly InMemoryCluster _cluster = new(1, () => Timestamp.From(TimeProvider.System.GetUtcNow()));

    [Fact]
    public void Whatever_comes_in_what_goes_out_is_small_enough_to_be_sent()
    {
        _cluster.CreateTopic("clicks", 1);
        Append(null, Enumerable.Repeat((byte)0xFF, SourceValue).ToArray());
        Append(null, new byte[SourceValue]);
        Append(null, Encoding.UTF8.GetBytes(new string('€', SourceValue / 3)));
        Append(new byte[500_000], Encoding.UTF8.GetBytes(new string('x', 540_000)));
        Append(null, Encoding.UTF8.GetBytes(Event("\"" + new string('k', SourceValue) + "\"", "\"80.00 EUR\"")));
        Append(null, Encoding.UTF8.GetBytes(Event("\"k1\"", "\"" + new string('9', SourceValue) + "\"")));
        Append(null, Encoding.UTF8.GetBytes(Event("\"k1\"", "\"80.00 EUR\"")));
        Ingest(() => _cluster.Committed(_cluster.Names.Events).Count > 0);

        var dead = _cluster.Committed(_cluster.Names.Dead);
        Assert.Equal(6, dead.Count);
        Assert.All(dead, letter => Assert.InRange((letter.Key?.Length ?? 0) + letter.Value!.Length, 1, ProducerMax));
        Assert.Equal(5, dead.Count(letter => Encoding.UTF8.GetString(letter.Value!).Contains("\"valueBytes\":", StringComparison.Ordinal)));
    }

    private static string Event(string cart, string value) =>
        $$"""{"specversion":"1.0","type":"cart.updated","id":"1","source":"shop","subject":"user:42","time":"2026-01-01T00:00:00Z","data":{"cart":{{cart}},"value":{{value}} } }""";

    private void Append(byte[]? key, byte[] value) => _cluster.Append("clicks", key, value);

    private void Ingest(Func<bool> done)
    {
        var plan = WorkspaceCompiler.Compile(SimulatedWorkspace.Files, new DiagnosticBag())!;
        using var stop = new CancellationTokenSource();
        using var ports = new InMemoryPorts(_cluster, "a");
        var worker = new IngestWorker(
            ports, ["clicks"], new SourceDecoder(plan.Catalogue, KeySecret.ForFiles), new() { CommitInterval = TimeSpan.FromMilliseconds(5) }, TimeProvider.System, new Notebook().For("a"),
            new(TimeProvider.System));
        var thread = new Thread(() => worker.Run(stop.Token));
        thread.Start();
        SpinWait.SpinUntil(done, TimeSpan.FromSeconds(20));
        stop.Cancel();
        thread.Join();
    }
}
