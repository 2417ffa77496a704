using System.Text;
using Triggers.Conformance.Suites;
using Triggers.Runtime.Ports;
using Xunit;

namespace Triggers.Conformance.Pipelines;

/// <summary><see cref="ISourceConsumer"/> and <see cref="IRulesTopic"/>.</summary>
public abstract class SourceConformance : PipelineConformance
{
    [SuiteFact]
    public void Sources_are_read_from_the_first_record_with_key_headers_and_place()
    {
        var ports = Open("a");
        Produce(ports, Record(Subject.Source, 1, "k", "v", new KeyValuePair<string, string>("ce_type", "x")), Record(Subject.Source, 1, null, null));
        using var consumer = ports.OpenSources([Subject.Source]);
        var records = ReadFirst(consumer, 2);
        Assert.Equal("1@0 k=v ce_type:x, 1@1 =", Text(records));
        Assert.Equal(Subject.Source, records[0].Topic);
    }

    [SuiteFact]
    public void The_next_consumer_goes_on_at_the_committed_offset()
    {
        var ports = Open("a");
        Produce(ports, [.. Enumerable.Range(0, 4).Select(i => Record(Subject.Source, 0, null, $"{i}"))]);
        using (var consumer = ports.OpenSources([Subject.Source]))
        {
            ReadFirst(consumer, 4);
            Assert.Equal(CommitOutcome.Committed, CommitSource(ports, consumer, 3));
        }

        using var next = ports.OpenSources([Subject.Source]);
        Assert.Equal("0@3 =3", Text(ReadFirst(next, 1)));
    }

    [SuiteFact]
    public void Rewind_goes_back_to_the_committed_offset()
    {
        var ports = Open("a");
        Produce(ports, [.. Enumerable.Range(0, 3).Select(i => Record(Subject.Source, 0, null, $"{i}"))]);
        using var consumer = ports.OpenSources([Subject.Source]);
        ReadFirst(consumer, 3);
        CommitSource(ports, consumer, 1);
        consumer.Rewind();
        Assert.Equal("0@1 =1, 0@2 =2", Text(ReadFirst(consumer, 2)));
    }

    [SuiteFact]
    public void A_member_that_gives_up_partitions_is_told_to_drop_what_it_read()
    {
        var (first, second) = (Open("first"), Open("second"));
        Produce(first, Record(Subject.Source, 0, null, "a"), Record(Subject.Source, 1, null, "b"));
        using var consumer = first.OpenSources([Subject.Source]);
        ReadFirst(consumer, 2);
        using var joining = second.OpenSources([Subject.Source]);

        var (taken, records) = (false, new List<SourceRecord>());
        Until("the new member reads its share", () =>
        {
            taken |= consumer.Poll(Subject.PollTime, 10, []);
            joining.Poll(Subject.PollTime, 10, records);
        }, () => records.Count > 0);
        Assert.True(taken);
        Assert.Single(records);
    }

    [SuiteFact]
    public async Task The_newest_version_of_the_rules_is_the_one_published_last()
    {
        var (publisher, reader) = (Open("publisher").Rules, Open("reader").Rules);
        reader.Refresh(TimeSpan.FromSeconds(30));
        Assert.Null(reader.Newest);

        await publisher.PublishAsync("v1", "one"u8.ToArray(), CancellationToken.None);
        await publisher.PublishAsync("v2", "two"u8.ToArray(), CancellationToken.None);
        Until("both are seen", () => reader.Refresh(TimeSpan.FromSeconds(30)), () => reader.Newest == "v2");
        Assert.Equal(("one", "two"), (Encoding.UTF8.GetString(reader.Bundle("v1")!), Encoding.UTF8.GetString(reader.Bundle("v2")!)));
        Assert.Null(reader.Bundle("v3"));
        Assert.False(reader.Refresh(TimeSpan.FromSeconds(5)));

        await publisher.PublishAsync("v1", "one"u8.ToArray(), CancellationToken.None);
        Until("the first is the newest again", () => reader.Refresh(TimeSpan.FromSeconds(30)), () => reader.Newest == "v1");
    }

    private static string Text(IEnumerable<SourceRecord> records) => string.Join(", ", records.Select(record =>
        $"{record.Partition}@{record.Offset} {(record.Key is null ? "" : Encoding.UTF8.GetString(record.Key))}={Encoding.UTF8.GetString(record.Value.Span)}"
        + string.Concat(record.Headers.Select(header => $" {header.Key}:{header.Value}"))));

    private List<SourceRecord> ReadFirst(ISourceConsumer consumer, int count)
    {
        var records = new List<SourceRecord>();
        Until($"{count} records are read", () => consumer.Poll(Subject.PollTime, count - records.Count, records), () => records.Count == count);
        return records;
    }

    private CommitOutcome CommitSource(IPipelinePorts ports, ISourceConsumer consumer, long next)
    {
        using var producer = ports.OpenTransaction($"{Names.Prefix}-ingest");
        producer.Begin();
        return producer.Commit([(Subject.Source, 0, next)], consumer.Capture());
    }

    /// <summary>Produces in a transaction; its offset is one of the log, which no test here looks at.</summary>
    private void Produce(IPipelinePorts ports, params OutputRecord[] records)
    {
        using var member = new LogMember(ports.OpenLog(), Subject.PollTime);
        Until("a member owns the log", member.Poll, () => member.Owned.Count == ports.Partitions);
        using var producer = ports.OpenTransaction($"{Names.Prefix}-source");
        Assert.Equal(CommitOutcome.Committed, Commit(producer, member.Consumer.Capture(), 0, records));
    }
}
