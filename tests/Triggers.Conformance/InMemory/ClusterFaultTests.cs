using System.Text;
using Triggers.Conformance.Pipelines;
using Triggers.Model.Time;
using Triggers.Runtime.InMemory;
using Triggers.Runtime.Ports;
using Xunit;

namespace Triggers.Conformance.InMemory;

/// <summary>What only the reference can do: faults on demand, as the simulation needs them.</summary>
public sealed class ClusterFaultTests : IDisposable
{
    private static readonly TimeSpan Now = TimeSpan.Zero;

    private readonly InMemoryCluster _cluster = new(2, () => new Timestamp(1_000)) { Waits = false };
    private readonly InMemoryPorts _ports;
    private readonly LogMember _member;
    private readonly Dictionary<PortCall, Fault> _faults = [];

    public ClusterFaultTests()
    {
        _ports = new(_cluster, "a", point => point.Actor == "a" && _faults.Remove(point.Call, out var fault) ? fault : Fault.None);
        _member = new(_ports.OpenLog(), Now);
        _member.Poll();
        _member.Poll();
    }

    [Theory]
    [InlineData(PortCall.SendOffsets, Fault.RequestLost, CommitOutcome.Unknown, null, "")]
    [InlineData(PortCall.SendOffsets, Fault.ReplyLost, CommitOutcome.Unknown, null, "")]
    [InlineData(PortCall.SendOffsets, Fault.TimedOut, CommitOutcome.Fenced, null, "")]
    [InlineData(PortCall.Commit, Fault.RequestLost, CommitOutcome.Unknown, null, "")]
    [InlineData(PortCall.Commit, Fault.ReplyLost, CommitOutcome.Unknown, 5L, "a=1")]
    [InlineData(PortCall.Commit, Fault.TimedOut, CommitOutcome.Fenced, null, "")]
    [InlineData(PortCall.Commit, Fault.None, CommitOutcome.Committed, 5L, "a=1")]
    public void A_fault_in_a_commit_decides_what_a_new_producer_of_the_same_id_finds(PortCall call, Fault fault, CommitOutcome outcome, long? committed, string read)
    {
        _faults[call] = fault;
        Assert.Equal(outcome, Commit(_ports.OpenTransaction("one"), 5, "a=1"));
        _ports.OpenTransaction("one");
        Assert.Equal(committed, _member.Consumer.StableCommitted(0, Now));
        Assert.Equal(read, Changelog());
    }

    [Fact]
    public void Offsets_that_were_taken_and_not_decided_make_a_stable_read_wait()
    {
        _faults[PortCall.Commit] = Fault.RequestLost;
        Commit(_ports.OpenTransaction("one"), 5, "a=1");
        Assert.True(Assert.Throws<OutsideFault>(() => _member.Consumer.StableCommitted(0, Now)).Retry);
        Assert.Null(_member.Consumer.StableCommitted(1, Now));

        _cluster.TimeOutTransactions();
        Assert.Null(_member.Consumer.StableCommitted(0, Now));
    }

    [Fact]
    public void Markers_may_come_late_and_in_any_order()
    {
        _faults[PortCall.Commit] = Fault.MarkersLate;
        Assert.Equal(CommitOutcome.Committed, Commit(_ports.OpenTransaction("one"), 5, "a=1"));
        Assert.Equal([new PendingMarker("one", new TopicPartition("triggers.state", 0)), new PendingMarker("one", null)], _cluster.PendingMarkers);
        Assert.Throws<OutsideFault>(() => _member.Consumer.StableCommitted(0, Now));

        _cluster.WriteMarker(new("one", null));
        Assert.Equal(5, _member.Consumer.StableCommitted(0, Now));
        Assert.Equal("", Changelog());

        _cluster.WriteMarker(new("one", new TopicPartition("triggers.state", 0)));
        Assert.Equal("a=1", Changelog());
        Assert.Empty(_cluster.PendingMarkers);
    }

    [Fact]
    public void Late_markers_are_written_at_the_latest_by_the_next_transaction_of_the_id()
    {
        _faults[PortCall.Commit] = Fault.MarkersLate;
        var producer = _ports.OpenTransaction("one");
        Commit(producer, 5, "a=1");
        producer.Begin();
        producer.Produce(new("triggers.state", 0, "b"u8.ToArray(), "2"u8.ToArray(), []));
        Assert.Equal(5, _member.Consumer.StableCommitted(0, Now));
        Assert.Equal("a=1", Changelog());
    }

    [Fact]
    public void A_member_put_out_hears_of_its_loss_when_it_polls_and_its_offsets_are_refused_before()
    {
        var captured = _member.Consumer.Capture();
        _ports.Expel();
        Assert.Equal(CommitOutcome.Aborted, Commit(_ports.OpenTransaction("one"), 5, "a=1", captured));
        _member.Poll();
        _member.Poll();
        Assert.Equal("+0 +1 !0 !1 +0 +1", string.Join(' ', _member.Heard));
        Assert.Equal(CommitOutcome.Committed, Commit(_ports.OpenTransaction("one"), 5, "a=1"));
    }

    [Fact]
    public void A_rebalance_without_cause_raises_the_generation_only()
    {
        var captured = _member.Consumer.Capture();
        _cluster.Rebalance();
        _member.Poll();
        Assert.Equal("+0 +1", string.Join(' ', _member.Heard));
        Assert.Equal(CommitOutcome.Aborted, Commit(_ports.OpenTransaction("one"), 5, "a=1", captured));
        Assert.Equal(CommitOutcome.Committed, Commit(_ports.OpenTransaction("one"), 5, "a=1"));
    }

    [Fact]
    public void A_killed_process_calls_in_vain_and_its_transaction_stays_open_until_it_times_out()
    {
        var producer = _ports.OpenTransaction("one");
        producer.Begin();
        producer.Produce(new("triggers.state", 0, "a"u8.ToArray(), "1"u8.ToArray(), []));
        var captured = _member.Consumer.Capture();
        _ports.Kill();
        Assert.Throws<OutsideFault>(_member.Poll);
        Assert.Throws<OutsideFault>(() => _ports.OpenTransaction("one"));
        Assert.Equal(CommitOutcome.Unknown, producer.Commit([("triggers.events", 0, 5)], captured));

        var heir = new InMemoryPorts(_cluster, "heir");
        Assert.Equal(("", 0L), Read(heir));
        _cluster.TimeOutTransactions();
        Assert.Equal(("", 2L), Read(heir));
    }

    [Fact]
    public void Compaction_keeps_the_newest_of_each_key_and_retention_moves_the_start()
    {
        Commit(_ports.OpenTransaction("one"), 5, "a=1", "b=1", "a=2", "c=1", "b=");
        _cluster.Compact("triggers.state", 0, 5);
        Assert.Equal("a=2 c=1", Changelog());
        Assert.Equal((0, 6), _ports.Changelog.Watermarks(0, Now));

        _cluster.DeleteBefore("triggers.state", 0, 3);
        Assert.Equal((3, 6), _ports.Changelog.Watermarks(0, Now));
        using var reading = _ports.Changelog.Read(0, 2);
        Assert.Throws<OutsideFault>(() => reading.Poll(Now, 10, []));
    }

    [Fact]
    public void Committed_offsets_can_expire()
    {
        Commit(_ports.OpenTransaction("one"), 5, "a=1");
        _cluster.ForgetOffsets();
        Assert.Null(_member.Consumer.StableCommitted(0, Now));
    }

    [Fact]
    public void A_producer_must_not_be_used_after_an_unknown_outcome()
    {
        _faults[PortCall.Commit] = Fault.ReplyLost;
        var producer = _ports.OpenTransaction("one");
        Commit(producer, 5, "a=1");
        Assert.Throws<InvalidOperationException>(producer.Begin);
    }

    public void Dispose()
    {
        _member.Dispose();
        _ports.Dispose();
    }

    private CommitOutcome Commit(IOutputTransaction producer, long next, params string[] states) => Commit(producer, next, states, _member.Consumer.Capture());

    private static CommitOutcome Commit(IOutputTransaction producer, long next, string state, Membership membership) => Commit(producer, next, [state], membership);

    private static CommitOutcome Commit(IOutputTransaction producer, long next, string[] states, Membership membership)
    {
        producer.Begin();
        foreach (var (key, value) in states.Select(state => state.Split('=')).Select(parts => (parts[0], parts[1])))
        {
            producer.Produce(new("triggers.state", 0, Encoding.UTF8.GetBytes(key), value.Length == 0 ? null : Encoding.UTF8.GetBytes(value), []));
        }

        return producer.Commit([("triggers.events", 0, next)], membership);
    }

    private static (string Records, long Next) Read(InMemoryPorts ports)
    {
        var records = new List<ChangelogRecord>();
        using var reading = ports.Changelog.Read(0, 0);
        var next = reading.Poll(Now, 100, records);
        return (string.Join(' ', records.Select(record => $"{Encoding.UTF8.GetString(record.Key.Span)}={Encoding.UTF8.GetString(record.Value!)}")), next);
    }

    private string Changelog() => Read(_ports).Records;
}
