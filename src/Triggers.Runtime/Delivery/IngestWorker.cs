using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Triggers.Engine.Intake;
using Triggers.Model.Log;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;

namespace Triggers.Runtime.Delivery;

/// <summary>
/// The ingest graph of one process: one thread, no customer state. Source records → canonical events or dead letters, with the source offsets in one transaction, so that every
/// source record is exactly once in the log or in the dead-letter topic.
/// </summary>
/// <remarks>
/// Emits when a transaction commits. Holds never. Drops nothing: what is not an event goes to the dead-letter topic. Fails when the broker refuses for good, or another process
/// uses its transactional id.
/// </remarks>
public sealed class IngestWorker(
    IPipelinePorts ports, IReadOnlyList<string> sources, SourceDecoder decoder, WorkerOptions options, TimeProvider time, INotices notices,
    PipelineMetrics metrics)
{
    /// <summary>Largest event in bytes: what the producer sends by default is 1,000,000, and a late event is written with words around it.</summary>
    private const int EventSizeMax = 900_000;

    /// <summary>A longer key of a dead record is left out: letter and key must fit into one record.</summary>
    private const int DeadKeyMax = 50_000;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly List<SourceRecord> _batch = [];
    private readonly ArrayBufferWriter<byte> _canonical = new();
    private readonly Dictionary<string, (long Events, long Dead)> _counts = new(StringComparer.Ordinal);

    /// <summary>Its own transactional id, derived from the process's.</summary>
    public string TransactionalId { get; } = options.TransactionalId + "-ingest";

    /// <summary>Runs until <paramref name="stop"/>. For a thread of its own.</summary>
    /// <exception cref="OutsideFault">It cannot go on; the message says why and what to do.</exception>
    public void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                Serve(stop);
            }
            catch (OutsideFault fault) when (fault.Retry)
            {
                notices.Warning($"Ingest begins anew: {fault.Message}");
                stop.WaitHandle.WaitOne(RetryDelay);
            }
        }

        metrics.Pulses.End(Graph.Ingest);
    }

    /// <summary>Until the stop, or until producer and consumer must be made anew.</summary>
    private void Serve(CancellationToken stop)
    {
        using var transaction = new TransactionSlot(ports, TransactionalId);
        using var consumer = ports.OpenSources(sources);
        while (!stop.IsCancellationRequested)
        {
            metrics.Pulses.Beat(Graph.Ingest);
            Gather(consumer);
            if (_batch.Count == 0)
            {
                continue;
            }

            switch (Commit(transaction.Producer, consumer.Capture()))
            {
                case CommitOutcome.Committed:
                    break;
                case CommitOutcome.Aborted:
                    notices.Info("An ingest transaction was aborted; its records are read again.");
                    consumer.Rewind();
                    break;
                case CommitOutcome.Unknown:
                    notices.Warning("It is not known whether an ingest transaction was committed; the stable offsets decide.");
                    transaction.Renew();
                    consumer.Rewind();
                    break;
                default:
                    notices.Warning($"The producer {TransactionalId} was fenced or timed out; beginning anew.");
                    return;
            }
        }
    }

    private void Gather(ISourceConsumer consumer)
    {
        _batch.Clear();
        var begun = time.GetTimestamp();
        for (var left = options.CommitInterval; left > TimeSpan.Zero && _batch.Count < options.PollRecordsMax; left = options.CommitInterval - time.GetElapsedTime(begun))
        {
            var before = _batch.Count;
            if (consumer.Poll(left, options.PollRecordsMax - before, _batch))
            {
                // Partitions went away: what was read before belongs to their new owner.
                _batch.RemoveRange(0, before);
            }
        }
    }

    private CommitOutcome Commit(IOutputTransaction transaction, Membership membership)
    {
        var begun = time.GetTimestamp();
        var next = new Dictionary<(string Topic, int Partition), long>();
        _counts.Clear();
        transaction.Begin();
        foreach (var record in _batch)
        {
            var translated = Translate(record);
            transaction.Produce(translated);
            Count(record.Topic, isEvent: translated.Topic == options.Topics.Events);
            next[(record.Topic, record.Partition)] = record.Offset + 1;
        }

        var outcome = transaction.Commit([.. next.Select(n => (n.Key.Topic, n.Key.Partition, n.Value))], membership);
        metrics.Transacted(Graph.Ingest, outcome, time.GetElapsedTime(begun));
        foreach (var (topic, (events, dead)) in outcome == CommitOutcome.Committed ? _counts : [])
        {
            metrics.Ingested(topic, events, dead);
        }

        return outcome;
    }

    private void Count(string topic, bool isEvent)
    {
        var (events, dead) = _counts.GetValueOrDefault(topic);
        _counts[topic] = isEvent ? (events + 1, dead) : (events, dead + 1);
    }

    private OutputRecord Translate(SourceRecord record)
    {
        if (TraceContext.Of(record.Headers) is not { } context)
        {
            return Translate(record, null);
        }

        using var span = Traces.Begin("triggers.ingest", ActivityKind.Consumer, context);
        span?.SetTag("messaging.destination.name", record.Topic).SetTag("messaging.destination.partition.id", record.Partition).SetTag("messaging.kafka.offset", record.Offset);
        return Translate(record, Traces.HandOn(span, context));
    }

    private OutputRecord Translate(SourceRecord record, TraceContext? trace)
    {
        if (decoder.Decode(record) == DecodedKind.Dead)
        {
            return Dead(record, decoder.Reason);
        }

        _canonical.ResetWrittenCount();
        EventWriter.Write(decoder.Event, _canonical);
        return _canonical.WrittenCount > EventSizeMax
            ? Dead(record, string.Create(CultureInfo.InvariantCulture, $"The event has {_canonical.WrittenCount:N0} bytes; the log takes at most {EventSizeMax:N0}."))
            : new(options.Topics.Events, null, Encoding.ASCII.GetBytes(decoder.Event.Customer.ToString()), _canonical.WrittenSpan.ToArray(), Origin(record, trace));
    }

    private OutputRecord Dead(SourceRecord record, string reason)
    {
        var letter = new DeadLetter(record.Topic, record.Partition, record.Offset, reason, record.Value);
        return new(options.Topics.Dead, null, record.Key is { Length: <= DeadKeyMax } key ? key : null, DeadLetterJson.Write(letter), []);
    }

    private static KeyValuePair<string, string>[] Origin(SourceRecord record, TraceContext? trace) =>
    [
        .. trace?.Headers ?? [],
        new("kind", "event"),
        new("source-topic", record.Topic),
        new("source-partition", record.Partition.ToString(CultureInfo.InvariantCulture)),
        new("source-offset", record.Offset.ToString(CultureInfo.InvariantCulture)),
    ];
}
