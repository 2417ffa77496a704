using System.Text;
using Triggers.Conformance.Suites;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Conformance.Pipelines;

/// <summary><see cref="ILogConsumer"/> and <see cref="ILogAppender"/>: what is delivered, and who owns what.</summary>
public abstract class LogConsumerConformance : PipelineConformance
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly CustomerKey Customer = new(0, 42);

    [SuiteFact]
    public void Nothing_is_delivered_before_a_partition_is_started()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        Append(ports, member, Event(0, "x"), Event(0, "y"));
        member.Poll();
        member.Poll();
        Assert.Equal("", member.Read());
        Assert.Equal((0, 3), member.Consumer.Watermarks(0, Soon));

        member.Consumer.Start(0, 1);
        Until("the second event is read", member.Poll, () => member.Records.Count > 0);
        Assert.Equal("0:Event:y", member.Read());
        Assert.Equal((1L, Customer), (member.Records[0].Offset, member.Records[0].Customer));
    }

    [SuiteFact]
    public void A_partition_can_be_paused_and_started_again_further_back()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        Append(ports, member, Event(0, "x"), Event(0, "y"), Event(1, "z"));
        member.Consumer.Start(0, 0);
        member.Consumer.Start(1, 0);
        Until("all are read", member.Poll, () => member.Records.Count == 3);

        member.Consumer.Pause(0);
        Append(ports, member, Event(0, "paused"), Event(1, "z2"));
        member.Records.Clear();
        Until("partition 1 goes on", member.Poll, () => member.Records.Count == 1);
        member.Poll();
        Assert.Equal("1:Event:z2", member.Read());

        member.Records.Clear();
        member.Consumer.Start(0, 1);
        Until("partition 0 is read again", member.Poll, () => member.Records.Count == 2);
        Assert.Equal("0:Event:y 0:Event:paused", member.Read());
    }

    [SuiteFact]
    public async Task Ticks_rules_and_leases_come_with_their_kind_and_the_brokers_time()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        member.Consumer.Start(0, 0);
        var tick = await ports.Appender.AppendAsync(0, RecordKind.Tick, [], CancellationToken.None);
        var rules = await ports.Appender.AppendAsync(0, RecordKind.Rules, "bundle"u8.ToArray(), CancellationToken.None);
        var lease = await ports.Appender.AppendAsync(0, RecordKind.Lease, "grant"u8.ToArray(), CancellationToken.None);
        Until("all are read", member.Poll, () => member.Records.Count == 3);
        Assert.Equal("0:Tick: 0:Rules:bundle 0:Lease:grant", member.Read());
        Assert.Equal([(0L, tick, default), (1L, rules, default), (2L, lease, default(CustomerKey))], member.Records.Select(record => (record.Offset, record.LogTime, record.Customer)));
    }

    [SuiteFact]
    public void A_poll_adds_no_more_than_its_limit_in_offset_order()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        Append(ports, member, [.. Enumerable.Range(0, 9).Select(i => Event(i % 2, $"{i}"))]);
        member.Consumer.Start(0, 0);
        member.Consumer.Start(1, 0);
        var sizes = new List<int>();
        Until("all are read", () =>
        {
            var before = member.Records.Count;
            member.Consumer.Poll(Subject.PollTime, 2, member, member.Records);
            sizes.Add(member.Records.Count - before);
        }, () => member.Records.Count == 9);
        Assert.All(sizes, size => Assert.InRange(size, 0, 2));
        Assert.Equal("0 2 4 6 8", Bodies(member, 0));
        Assert.Equal("1 3 5 7", Bodies(member, 1));
    }

    [SuiteFact]
    public void Members_share_the_partitions_and_the_last_one_has_all()
    {
        var (first, second) = (Open("first"), Open("second"));
        var member = SoleMember(first);
        var joining = new LogMember(second.OpenLog(), Subject.PollTime);
        Until("each has one", () => Poll(member, joining), () => (member.Owned.Count, joining.Owned.Count) == (1, 1));
        Assert.Equal([0, 1], member.Owned.Union(joining.Owned).Order());
        Assert.DoesNotContain(member.Heard, heard => heard.StartsWith('!'));

        joining.Dispose();
        Until("the first has both again", member.Poll, () => member.Owned.Count == 2);
        Assert.DoesNotContain(member.Heard, heard => heard.StartsWith('!'));
    }

    [SuiteFact]
    public void What_was_fetched_of_a_revoked_partition_is_not_delivered()
    {
        var (first, second) = (Open("first"), Open("second"));
        var member = SoleMember(first);
        Append(first, member, Event(0, "x"), Event(1, "y"));
        var joining = Keep(new LogMember(second.OpenLog(), Subject.PollTime));
        member.Consumer.Start(0, 0);
        member.Consumer.Start(1, 0);
        Until("each has one", () => Poll(member, joining), () => (member.Owned.Count, joining.Owned.Count) == (1, 1));
        var kept = member.Owned.Single();
        member.Consumer.Start(kept, 0);
        member.Records.Clear();
        Append(first, member, Event(0, "later"), Event(1, "later"));
        Until("the kept partition goes on", () => Poll(member), () => member.Read().EndsWith("later", StringComparison.Ordinal));
        Assert.All(member.Records, record => Assert.Equal(kept, record.Partition));
        Assert.Empty(joining.Records);
    }

    [SuiteFact]
    public void A_member_has_its_share_also_when_that_is_nothing()
    {
        LogMember[] members = [SoleMember(Open("first")), Keep(new LogMember(Open("second").OpenLog(), Subject.PollTime)), Keep(new LogMember(Open("third").OpenLog(), Subject.PollTime))];
        Assert.Equal([true, false, false], members.Select(member => member.Consumer.HasShare));
        Until("all have their share", () => Poll(members), () => members.All(member => member.Consumer.HasShare && member.Owned.Count <= 1) && members.Sum(member => member.Owned.Count) == 2);
    }

    [SuiteFact]
    public void The_trace_of_a_record_comes_with_it()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        Append(ports, member, Event(0, "x"), Record(Names.Events, 0, Customer.ToString(), "y", [new("kind", "event"), new("traceparent", "00-1-2-01"), new("tracestate", "vendor=1")]));
        member.Consumer.Start(0, 0);
        Until("both are read", member.Poll, () => member.Records.Count == 2);
        Assert.Equal([null, new("00-1-2-01", "vendor=1")], member.Records.Select(record => record.Trace));
    }

    [SuiteFact]
    public void The_lag_of_a_group_is_what_it_has_not_committed_in_every_partition()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        Append(ports, member, Event(0, "x"), Event(0, "y"), Event(1, "z"));
        PartitionLag[] behind = [new(Names.Events, 0, 3), new(Names.Events, 1, 2), new(Subject.Source, 0, 0), new(Subject.Source, 1, 0)];
        Until("nothing is committed yet, and the marker of a transaction counts", member.Poll, () => ports.Lags([Subject.Source], Soon).SequenceEqual(behind));

        using var producer = ports.OpenTransaction($"{Names.Prefix}-a");
        Until("an offset is committed", member.Poll, () => Commit(producer, member.Consumer.Capture(), 2) == CommitOutcome.Committed);
        behind[0] = behind[0] with { Records = 1 };
        Until("two records less wait", member.Poll, () => ports.Lags([Subject.Source], Soon).SequenceEqual(behind));
    }

    [SuiteFact]
    public void An_offset_out_of_range_is_a_fault()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        Append(ports, member, Event(0, "x"));
        member.Consumer.Start(0, 1_000);
        var fault = Assert.Throws<OutsideFault>(() => Until("the fault comes", member.Poll, () => false));
        Assert.False(fault.Retry);
        Assert.NotEqual("", fault.Remedy);
    }

    [SuiteFact]
    public void Membership_of_a_consumer_that_never_polled_is_a_fault_that_passes()
    {
        var ports = Open("a");
        using var consumer = ports.OpenLog();
        Assert.True(Assert.Throws<OutsideFault>(consumer.Capture).Retry);
    }

    private static void Poll(params LogMember[] members) => Array.ForEach(members, member => member.Poll());

    private static string Bodies(LogMember member, int partition) =>
        string.Join(' ', member.Records.Where(record => record.Partition == partition).Select(record => Encoding.UTF8.GetString(record.Body.Span)));

    private OutputRecord Event(int partition, string body) => Record(Names.Events, partition, Customer.ToString(), body, new KeyValuePair<string, string>("kind", "event"));

    /// <summary>Appends events as ingest does: in a transaction.</summary>
    private void Append(IPipelinePorts ports, LogMember member, params OutputRecord[] events)
    {
        using var producer = ports.OpenTransaction($"{Names.Prefix}-ingest");
        Until("the events are committed", member.Poll, () => Commit(producer, member.Consumer.Capture(), 0, events) == CommitOutcome.Committed);
    }
}
