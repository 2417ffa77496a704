using Triggers.Conformance.Suites;
using Triggers.Model.Time;
using Triggers.Runtime.Ports;
using Xunit;

namespace Triggers.Conformance.Pipelines;

/// <summary>K3 of <see cref="IOutputTransaction"/>, and what <see cref="IChangelog"/> shows of it.</summary>
public abstract class TransactionConformance : PipelineConformance
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [SuiteFact]
    public void A_committed_transaction_is_read_whole_and_carries_its_offsets()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        var producer = OpenTransaction(ports, "one");
        Assert.Null(member.Consumer.StableCommitted(0, Soon));

        var outcome = Commit(producer, member.Consumer.Capture(), 7, Record(Names.State, 0, "a", "1"), Record(Names.State, 1, "b", "2"), Record(Names.State, 0, "a", null));
        Assert.Equal(CommitOutcome.Committed, outcome);
        Assert.Equal(7, member.Consumer.StableCommitted(0, Soon));
        Assert.Null(member.Consumer.StableCommitted(1, Soon));
        Assert.Equal("a=1 a=nothing", ReadChangelog(ports, 0, 0).Records);
        Assert.Equal("b=2", ReadChangelog(ports, 1, 0).Records);
    }

    [SuiteFact]
    public void Offset_and_append_time_of_a_record_are_told_before_the_commit_returns()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        var producer = OpenTransaction(ports, "one");
        Commit(producer, member.Consumer.Capture(), 1, Record(Names.State, 0, "a", "1"));

        var told = new List<(long Offset, Timestamp Time)>();
        producer.Begin();
        producer.Produce(Record(Names.State, 0, "b", "2"), (offset, time) => told.Add((offset, time)));
        Assert.Equal(CommitOutcome.Committed, producer.Commit([(Names.Events, 0, 2)], member.Consumer.Capture()));

        var records = new List<ChangelogRecord>();
        using var reading = ports.Changelog.Read(0, told.Single().Offset);
        Until("the record is read", () => reading.Poll(Subject.PollTime, 1, records), () => records.Count > 0);
        Assert.Equal(told.Single(), (records[0].Offset, records[0].LogTime));
        Assert.Equal("b=2", Text(records));
    }

    [SuiteFact]
    public void Aborted_records_and_control_records_are_passed_and_never_read()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        var producer = OpenTransaction(ports, "one");
        producer.Begin();
        producer.Produce(Record(Names.State, 0, "a", "aborted"));
        Until("the record is in the log", () => { }, () => ports.Changelog.Watermarks(0, Soon).End == 1);
        Assert.Equal(CommitOutcome.Aborted, producer.Abort());
        Assert.Equal(CommitOutcome.Committed, Commit(producer, member.Consumer.Capture(), 7, Record(Names.State, 0, "a", "1")));

        // An answered commit may be ahead of its marker. Each transaction is a record and a control record.
        Until("both markers are in the log", () => { }, () => ports.Changelog.Watermarks(0, Soon).End == 4);
        Assert.Equal(("a=1", 4), ReadChangelog(ports, 0, 0));
    }

    [SuiteFact]
    public void An_open_transaction_holds_the_reading_back_and_counts_for_the_end()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        var (open, other) = (OpenTransaction(ports, "open"), OpenTransaction(ports, "other"));
        open.Begin();
        var appended = new List<long>();
        open.Produce(Record(Names.State, 0, "a", "open"), (offset, _) => appended.Add(offset));
        Until("the open record is in the log", () => { }, () => ports.Changelog.Watermarks(0, Soon).End == 1);
        Assert.Equal(CommitOutcome.Committed, Commit(other, member.Consumer.Capture(), 3, Record(Names.State, 0, "b", "2")));

        var records = new List<ChangelogRecord>();
        using var reading = ports.Changelog.Read(0, 0);
        Assert.Equal(0, reading.Poll(Subject.PollTime, 10, records));
        Assert.Empty(records);

        Assert.Equal(CommitOutcome.Committed, open.Commit([(Names.Events, 0, 4)], member.Consumer.Capture()));
        Until("both are read", () => reading.Poll(Subject.PollTime, 10, records), () => records.Count == 2);
        Assert.Equal("a=open b=2", Text(records));
    }

    [SuiteFact]
    public void A_reading_adds_no_more_than_its_limit_and_goes_on_where_it_stopped()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        var producer = OpenTransaction(ports, "one");
        Commit(producer, member.Consumer.Capture(), 1, Record(Names.State, 0, "a", "1"), Record(Names.State, 0, "b", "2"), Record(Names.State, 0, "c", "3"));

        using var reading = ports.Changelog.Read(0, 0);
        var records = new List<ChangelogRecord>();
        Until("two are read", () => reading.Poll(Subject.PollTime, 2 - records.Count, records), () => records.Count == 2);
        Assert.Equal("a=1 b=2", Text(records));
        Until("three are read", () => reading.Poll(Subject.PollTime, 2, records), () => records.Count == 3);
        Assert.Equal("a=1 b=2 c=3", Text(records));
    }

    [SuiteFact]
    public void A_new_producer_of_the_same_id_aborts_what_was_open_and_fences_the_old_one()
    {
        var (old, young) = (Open("old"), Open("young"));
        var member = SoleMember(old);
        var zombie = OpenTransaction(old, "one");
        zombie.Begin();
        zombie.Produce(Record(Names.State, 0, "a", "zombie"));
        Until("the record is in the log", () => { }, () => old.Changelog.Watermarks(0, Soon).End == 1);

        var heir = OpenTransaction(young, "one");
        Assert.Equal(CommitOutcome.Fenced, zombie.Commit([(Names.Events, 0, 5)], member.Consumer.Capture()));
        Assert.Null(member.Consumer.StableCommitted(0, Soon));
        Assert.Equal(CommitOutcome.Committed, Commit(heir, member.Consumer.Capture(), 6, Record(Names.State, 0, "a", "heir")));
        Assert.Equal("a=heir", ReadChangelog(young, 0, 0).Records);
    }

    [SuiteFact]
    public void Offsets_of_an_old_generation_are_refused_and_the_producer_goes_on()
    {
        var (first, second) = (Open("first"), Open("second"));
        var member = SoleMember(first);
        var producer = OpenTransaction(first, "one");
        var old = member.Consumer.Capture();

        var joining = Keep(new LogMember(second.OpenLog(), Subject.PollTime));
        Until("the new member has its share", () => Poll(member, joining), () => (member.Owned.Count, joining.Owned.Count) == (1, 1));
        Until("the old member knows the new generation", () => Poll(member, joining), () =>
            Commit(producer, member.Consumer.Capture(), 1, Record(Names.State, 0, "a", "new")) == CommitOutcome.Committed);

        Assert.Equal(CommitOutcome.Aborted, Commit(producer, old, 9, Record(Names.State, 0, "a", "old")));
        Assert.Equal(1, member.Consumer.StableCommitted(0, Soon));
        Assert.Equal(CommitOutcome.Committed, Commit(producer, member.Consumer.Capture(), 2, Record(Names.State, 0, "a", "newer")));
        Assert.EndsWith("a=new a=newer", ReadChangelog(first, 0, 0).Records);
    }

    [SuiteFact]
    public void A_commit_while_partitions_are_given_back_is_whole_or_refused()
    {
        var (first, second) = (Open("first"), Open("second"));
        var member = SoleMember(first);
        var producer = OpenTransaction(first, "one");
        var captured = member.Consumer.Capture();
        var outcomes = new List<CommitOutcome>();
        member.WhenRevoked = () => outcomes.Add(Commit(producer, captured, 4, Record(Names.State, 0, "a", "last")));

        var joining = Keep(new LogMember(second.OpenLog(), Subject.PollTime));
        Until("the new member has its share", () => Poll(member, joining), () => joining.Owned.Count > 0);

        // Incremental rebalances are told after the new generation began, eager ones before.
        var committed = Assert.Single(outcomes) == CommitOutcome.Committed;
        Assert.Equal(committed ? 4 : null, joining.Consumer.StableCommitted(0, Soon));
        Assert.Equal(committed ? "a=last" : "", ReadChangelog(second, 0, 0).Records);
    }

    [SuiteFact]
    public void Keys_find_their_partition_as_Java_producers_have_it()
    {
        var ports = Open("a");
        var member = SoleMember(ports);
        string[] keys = ["a", "b", "c", "d", "e", "user:42", "0123456789abcdef0123456789abcdef", "ü"];
        Commit(OpenTransaction(ports, "one"), member.Consumer.Capture(), 1, [.. keys.Select(key => Record(Names.State, null, key, "1"))]);

        foreach (var partition in (int[])[0, 1])
        {
            var expected = keys.Where(key => Murmur2.PartitionOf(System.Text.Encoding.UTF8.GetBytes(key), 2) == partition).Select(key => $"{key}=1");
            Assert.Equal(string.Join(' ', expected), ReadChangelog(ports, partition, 0).Records);
        }
    }

    private static void Poll(params LogMember[] members) => Array.ForEach(members, member => member.Poll());
}
