using System.Diagnostics;
using System.Text;
using Triggers.Runtime.Ports;

namespace Triggers.Conformance.Pipelines;

/// <summary>What every suite of the Kafka side needs: empty topics, a first process, and words for what is written and read.</summary>
public abstract class PipelineConformance : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lazy<IPipelineSubject> _subject;
    private readonly List<IDisposable> _opened = [];

    protected PipelineConformance() => _subject = new(OpenSubject);

    protected IPipelineSubject Subject => _subject.Value;

    protected TopicNames Names => Subject.Names;

    /// <summary>Closes what the test opened, newest first.</summary>
    public void Dispose()
    {
        _opened.Reverse();
        _opened.ForEach(opened => opened.Dispose());
        if (_subject.IsValueCreated)
        {
            Subject.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Empty topics.</summary>
    protected abstract IPipelineSubject OpenSubject();

    protected static OutputRecord Record(string topic, int? partition, string? key, string? value, params KeyValuePair<string, string>[] headers) =>
        new(topic, partition, key is null ? null : Encoding.UTF8.GetBytes(key), value is null ? null : Encoding.UTF8.GetBytes(value), headers);

    /// <summary>Repeats <paramref name="step"/> until <paramref name="done"/>; fails after a minute with <paramref name="what"/>.</summary>
    protected static void Until(string what, Action step, Func<bool> done)
    {
        var waiting = Stopwatch.StartNew();
        while (!done())
        {
            step();
            if (waiting.Elapsed > Patience)
            {
                throw new TimeoutException($"Not within a minute: {what}.");
            }
        }
    }

    protected IPipelinePorts Open(string process) => Keep(Subject.Open(process));

    /// <summary>A producer of a transactional id that no other test has, disposed with the test.</summary>
    protected IOutputTransaction OpenTransaction(IPipelinePorts ports, string id) => Keep(ports.OpenTransaction($"{Names.Prefix}-{id}"));

    protected T Keep<T>(T opened)
        where T : IDisposable
    {
        _opened.Add(opened);
        return opened;
    }

    /// <summary>A member that owns both partitions of the log.</summary>
    protected LogMember SoleMember(IPipelinePorts ports)
    {
        var member = Keep(new LogMember(ports.OpenLog(), Subject.PollTime));
        Until("a sole member owns both partitions", member.Poll, () => member.Owned.Count == ports.Partitions);
        return member;
    }

    /// <summary>Commits records in one transaction, with an offset of the log's partition 0.</summary>
    protected CommitOutcome Commit(IOutputTransaction producer, Membership membership, long next, params OutputRecord[] records)
    {
        producer.Begin();
        foreach (var record in records)
        {
            producer.Produce(record);
        }

        return producer.Commit([(Names.Events, 0, next)], membership);
    }

    /// <summary>What a reading of the changelog finds from <paramref name="offset"/> up to the end: <c>a=1 b=2</c>, and where it stands.</summary>
    protected (string Records, long Next) ReadChangelog(IPipelinePorts ports, int partition, long offset)
    {
        var records = new List<ChangelogRecord>();
        using var reading = ports.Changelog.Read(partition, offset);
        var (end, next) = (ports.Changelog.Watermarks(partition, Patience).End, offset);
        Until($"the changelog is read to {end}", () => next = reading.Poll(Subject.PollTime, 10, records), () => next >= end);
        return (Text(records), next);
    }

    protected static string Text(IEnumerable<ChangelogRecord> records) =>
        string.Join(' ', records.Select(record => $"{Encoding.UTF8.GetString(record.Key.Span)}={(record.Value is null ? "nothing" : Encoding.UTF8.GetString(record.Value))}"));
}
