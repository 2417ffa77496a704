using System.Text;
using Triggers.Language.Workspaces;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Delivery;
using Triggers.Runtime.InMemory;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Rulesets;
using Triggers.Runtime.Scenarios;
using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Simulation;

/// <summary>New rules are made beside the worker's thread, and come into force exactly at their record.</summary>
public sealed class PublicationTests : IDisposable
{
    private const long Start = 1_767_225_600_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly WorkerOptions Options = new() { CommitInterval = TimeSpan.FromMilliseconds(5) };
    private static readonly byte[] Old = WorkspaceBundle.Pack(SimulatedWorkspace.Files);
    private static readonly byte[] New = WorkspaceBundle.Pack(SimulatedWorkspace.Other);
    private static readonly CustomerKey Customer = new(0, 1);

    private readonly CompileGate _gate = new();
    private readonly InMemoryStateStore _store = new();
    private readonly InMemoryCluster _cluster = new(2, () => Timestamp.From(TimeProvider.System.GetUtcNow()));
    private readonly Notebook _notebook = new();
    private readonly PipelineMetrics _metrics = new(TimeProvider.System, meter: nameof(PublicationTests));

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task A_batch_ends_before_rules_that_are_not_made_and_the_next_one_begins_with_them()
    {
        var compute = new ComputeStage(_store, Options);
        var running = await RunningOnOldRules();
        LogRecord[] records = [Rules(0, Old), Event(1), Rules(2, New), Event(3), Event(4)];
        _gate.Close();
        Array.ForEach(records[1..], record => running.Take(record));

        var before = compute.Compute(running)!;
        Assert.Equal((1, 0), (before.Folded, before.Output.Steps.Messages.Count));
        before.Merge();
        Assert.Equal((false, 0), (running.CanBeCut(Options, TimeProvider.System), compute.Compute(running)!.Folded));
        _gate.Open();
        await running.RulesOf(records[2]);

        Assert.True(running.CanBeCut(Options, TimeProvider.System));
        var aborted = compute.Compute(running)!;
        Assert.Equal((3, 2), (aborted.Folded, aborted.Output.Steps.Messages.Count));
        aborted.Rollback();
        Assert.Equal(WorkspaceCompiler.VersionOf(SimulatedWorkspace.Files), running.Fold.RulesVersion);
        var after = compute.Compute(running)!;
        Assert.Equal((3, 2), (after.Folded, after.Output.Steps.Messages.Count));
        after.Merge();
        Assert.Empty(running.Fetched);
        AssertIsFoldOf(records, running);
    }

    [Fact]
    public async Task Rules_that_cannot_be_read_are_a_fault_at_their_record_and_nothing_is_changed()
    {
        var running = await RunningOnOldRules();
        running.Take(Event(1));
        running.Take(Rules(2, [1, 2, 3]));
        await Assert.ThrowsAsync<OutsideFault>(() => running.RulesOf(Rules(2, [])));

        Assert.True(running.CanBeCut(Options, TimeProvider.System));
        var fault = Assert.Throws<OutsideFault>(() => new ComputeStage(_store, Options).Compute(running));
        Assert.Equal("Run the version that published it, or a newer one.", fault.Remedy);
        Assert.Equal((new(Start), 2), (running.Fold.Clock, running.Fetched.Count));
    }

    [Fact]
    public async Task An_owner_appends_rules_only_when_they_are_made()
    {
        var (stage, running) = (Upkeep(Publish(New)), await RunningOnOldRules());
        _gate.Close();
        Assert.True(Serve(stage, running, () => _gate.Waiting == 1));
        stage.Serve(running);
        Assert.Empty(_cluster.Committed(_cluster.Names.Events));

        _gate.Open();

        Assert.True(Serve(stage, running, () => _cluster.Committed(_cluster.Names.Events).Count > 0));
        Assert.Equal(New, _cluster.Committed(_cluster.Names.Events).Single().Value);
    }

    [Fact]
    public async Task An_owner_says_once_that_it_cannot_read_the_newest_rules_and_does_not_append_them()
    {
        var (stage, running) = (Upkeep(Publish([1, 2, 3])), await RunningOnOldRules());

        Assert.True(Serve(stage, running, () => _notebook.Failure is not null));
        stage.Serve(running);

        Assert.StartsWith("a ERROR Rules v are not put into force by this process: ", _notebook.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.NewLine, _notebook.Text, StringComparison.Ordinal);
        Assert.Empty(_cluster.Committed(_cluster.Names.Events));
    }

    [Fact]
    public void A_partition_waits_for_its_rules_while_the_others_go_on()
    {
        using var ports = Publish(Old);
        Enumerable.Range(0, 2).ToList().ForEach(partition => Append(ports, partition, Old));
        using var stop = new CancellationTokenSource();
        var worker = new TriggerWorker(ports, _store, Options, TimeProvider.System, _notebook.For("a"), _notebook, _metrics, _gate.Plans);
        var thread = new Thread(() => worker.Run(stop.Token));
        thread.Start();
        var (waits, goesOn) = (CustomerOf(0), CustomerOf(1));
        Assert.True(CommittedAfter(() => Append(waits, 95), waits, 1), _notebook.Text);
        _gate.Close();
        Append(ports, 0, New);
        Append(waits, 60);

        Assert.True(CommittedAfter(() => Append(goesOn, 95), goesOn, 1), _notebook.Text);
        Assert.True(CommittedAfter(() => Append(goesOn, 96), goesOn, 2), _notebook.Text);
        Assert.Equal(1, BigCarts(waits));
        Assert.True(CommittedAfter(_gate.Open, waits, 2), _notebook.Text);
        stop.Cancel();
        thread.Join();
    }

    private static LogRecord Rules(long offset, byte[] bundle) => new(RecordKind.Rules, 0, offset, new(Start + offset), default, bundle);

    private static LogRecord Event(long offset) => new(RecordKind.Event, 0, offset, new(Start + offset), Customer, Json(offset, 60));

    private static byte[] Json(long id, int value) => Encoding.UTF8.GetBytes(
        $$"""{"type":"cart.updated","id":"{{id}}","time":{{Start}},"customer":"user:42","data":{"cart":"k1","value":"{{value}}.00 EUR"} }""");

    private static void AssertIsFoldOf(LogRecord[] records, RunningPartition running)
    {
        var fold = new LogFold(new());
        var output = new FoldOutput();
        Array.ForEach(records, record => fold.Fold(record, output));
        Assert.Equal(fold.StatesOf(0).Single().Value, running.Cache.All().Single().Value);
        Assert.Equal(fold.RecordOf(0).Write(), new PartitionRecord(running.Committed, running.Fold.Clock, running.Fold.RulesVersion) { Leases = running.Fold.Leases }.Write());
    }

    private async Task<RunningPartition> RunningOnOldRules()
    {
        var rulesets = new RulesetCache(_gate.Plans);
        var fold = new PartitionFold(0, rulesets);
        fold.Restore(new(Start), await rulesets.PrepareAsync(Old), new());
        return new(0, default, fold, StateCache.OfEverything(), new(_store, _notebook, TimeProvider.System, 1, default), 1);
    }

    private InMemoryPorts Publish(byte[] bundle)
    {
        var ports = new InMemoryPorts(_cluster, "a");
        ports.Rules.PublishAsync(bundle == Old ? WorkspaceCompiler.VersionOf(SimulatedWorkspace.Files) : "v", bundle, default).GetAwaiter().GetResult();
        ports.Rules.Refresh(Patience);
        return ports;
    }

    private UpkeepStage Upkeep(InMemoryPorts ports) => new(ports, _store, new RulesetCache(_gate.Plans), Options, TimeProvider.System, _notebook.For("a"), _metrics);

    private static bool Serve(UpkeepStage stage, RunningPartition running, Func<bool> until) => SpinWait.SpinUntil(
        () =>
        {
            stage.Serve(running);
            return until();
        },
        Patience);

    private string CustomerOf(int partition) => Enumerable.Range(0, 100)
        .Select(i => new CustomerKey(0, (ulong)i).ToString())
        .First(key => Murmur2.PartitionOf(Encoding.ASCII.GetBytes(key), _cluster.Partitions) == partition);

    private void Append(string customer, int value) => _cluster.Append(
        _cluster.Names.Events, Encoding.ASCII.GetBytes(customer), Json(_cluster.Committed(_cluster.Names.Events).Count, value), [new("kind", "event")]);

    private static void Append(InMemoryPorts ports, int partition, byte[] bundle) =>
        ports.Appender.AppendAsync(partition, RecordKind.Rules, bundle, default).GetAwaiter().GetResult();

    private bool CommittedAfter(Action act, string customer, int messages)
    {
        act();
        return SpinWait.SpinUntil(() => BigCarts(customer) >= messages, Patience);
    }

    private int BigCarts(string customer) => _cluster.Committed("outbound.push").Count(message =>
        Encoding.ASCII.GetString(message.Key!) == customer && Encoding.UTF8.GetString(message.Value!).Contains("big-cart", StringComparison.Ordinal));
}
