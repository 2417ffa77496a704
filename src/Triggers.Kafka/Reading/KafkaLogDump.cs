using System.Diagnostics;
using Triggers.Kafka.Connection;
using Triggers.Model.Log;
using Triggers.Runtime.Ports;

namespace Triggers.Kafka.Reading;

/// <summary>
/// Reads committed records of <c>triggers.events</c> up to its present end, for <c>triggers log dump</c> and for comparisons. Joins no group, commits
/// nothing.
/// </summary>
public sealed class KafkaLogDump : IDisposable
{
    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(200);

    private readonly Clients _clients;
    private readonly OffsetQueries _offsets;
    private readonly string _topic;

    /// <summary>Connects and learns how many partitions the log has.</summary>
    /// <param name="options">How; checked.</param>
    /// <param name="names">Names of the topics; the log is read.</param>
    /// <param name="log">Takes the client library's own lines; null: nobody does.</param>
    /// <exception cref="OutsideFault">The options are wrong, the cluster does not answer, or the topic is missing.</exception>
    public KafkaLogDump(KafkaOptions options, TopicNames names, Action<string>? log = null)
    {
        _clients = new(options.Checked(), log);
        _topic = names.Events;
        _offsets = new(_clients);
        using var cluster = new Cluster(_clients);
        Partitions = cluster.Partitions(_topic) ?? throw Cluster.Missing(_topic);
    }

    /// <summary>Number of partitions.</summary>
    public int Partitions { get; }

    /// <summary>First offset and present end of a partition.</summary>
    /// <exception cref="OutsideFault">The cluster does not answer.</exception>
    public (long First, long End) Range(int partition) => _offsets.Watermarks(_topic, partition, _clients.Options.ConnectTimeout);

    /// <summary>
    /// The committed records of one partition in [<paramref name="from"/>, <paramref name="to"/>), in offset order. A transaction that is open below the end is waited for: it ends
    /// within the transaction time-out and the coordinator's own round.
    /// </summary>
    /// <param name="partition">From 0, less than <see cref="Partitions"/>.</param>
    /// <param name="from">First offset; null, or one before the first there is: the first there is.</param>
    /// <param name="to">Exclusive end; null, or one beyond it: the end at the time of the call.</param>
    /// <exception cref="OutsideFault">The cluster does not answer.</exception>
    public IEnumerable<LogRecord> Read(int partition, long? from = null, long? to = null)
    {
        var (first, end) = Range(partition);
        var last = Math.Min(to ?? end, end);
        var next = Math.Max(from ?? first, first);
        return next < last ? ReadRange(partition, next, last) : [];
    }

    /// <summary>The committed records of all partitions up to their present ends, partition after partition.</summary>
    /// <exception cref="OutsideFault">The cluster does not answer.</exception>
    public IEnumerable<LogRecord> ReadAll() => Enumerable.Range(0, Partitions).SelectMany(partition => Read(partition));

    /// <inheritdoc/>
    public void Dispose() => _offsets.Dispose();

    private IEnumerable<LogRecord> ReadRange(int partition, long from, long to)
    {
        var records = new List<LogRecord>();
        using var reading = new PartitionReading(_clients, _topic, partition, from);
        var moved = Stopwatch.GetTimestamp();
        for (var next = from; next < to;)
        {
            records.Clear();
            var before = next;
            next = reading.Poll(PollTime, 1_000, result => records.Add(LogRecordForm.Read(result)));
            foreach (var record in records.Where(record => record.Offset < to))
            {
                yield return record;
            }

            if (next > before)
            {
                moved = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(moved) > (_clients.Options.TransactionTimeout * 2) + _clients.Options.ConnectTimeout)
            {
                throw new OutsideFault(
                    $"{_topic} partition {partition} stays at offset {next} of {to}: an open transaction, or a broker that does not answer.", "Try again later.", retry: true);
            }
        }
    }
}
