using System.Diagnostics;
using System.Text;
using Confluent.Kafka;
using Triggers.Kafka.Connection;
using Triggers.Kafka.Consuming;
using Triggers.Runtime.Ports;
using Timestamp = Triggers.Model.Time.Timestamp;

namespace Triggers.Kafka.Producing;

/// <summary>
/// A transactional producer. Dead after <see cref="CommitOutcome.Fenced"/> and <see cref="CommitOutcome.Unknown"/>: every later call gives that outcome
/// again.
/// </summary>
internal sealed class KafkaTransaction : IOutputTransaction
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(20);

    private readonly KafkaOptions _options;
    private readonly ClientJournal _journal;
    private readonly IProducer<byte[], byte[]?> _producer;
    private bool _spoiled;
    private CommitOutcome? _dead;
    private int _undelivered;

    public KafkaTransaction(Clients clients, string transactionalId)
    {
        _options = clients.Options;
        _journal = clients.Journal($"producer {transactionalId}");
        _producer = clients.Producer(options => ClientSettings.Transactional(options, transactionalId), _journal);
        try
        {
            // An earlier transaction of this id ends after one time-out at most; twice that, and the cluster is not answering.
            Again(() => _producer.InitTransactions(_options.TransactionTimeout), _options.TransactionTimeout * 2);
        }
        catch (KafkaException e)
        {
            _producer.Dispose();
            throw KafkaFaults.Of(e, $"The producer {transactionalId} was not initialised", _options, _journal);
        }
    }

    public void Begin()
    {
        _spoiled = false;
        _undelivered = 0;
        try
        {
            if (_dead is null)
            {
                _producer.BeginTransaction();
            }
        }
        catch (KafkaException e)
        {
            Die(e, "begin");
        }
    }

    public void Produce(in OutputRecord record, Action<long, Timestamp>? delivered = null)
    {
        if (_spoiled || _dead is not null)
        {
            return;
        }

        var target = new TopicPartition(record.Topic, record.Partition ?? Partition.Any);
        var message = new Message<byte[], byte[]?> { Key = record.Key!, Value = record.Value, Headers = HeadersOf(record.Headers) };
        Action<DeliveryReport<byte[], byte[]?>>? report = null;
        if (delivered is not null)
        {
            Interlocked.Increment(ref _undelivered);
            report = result => Deliver(result, delivered);
        }

        Enqueue(target, message, report);
    }

    public CommitOutcome Commit(IReadOnlyList<(string Topic, int Partition, long Next)> offsets, Membership membership)
    {
        if (_dead is { } dead)
        {
            return dead;
        }

        if (_spoiled)
        {
            return Abort();
        }

        try
        {
            // Flushed apart, so that the time measured below is that of the commit request alone.
            _producer.Flush(_options.TransactionTimeout);
            var group = ((KafkaMembership)membership).Metadata;
            var next = offsets.Select(o => new TopicPartitionOffset(o.Topic, o.Partition, o.Next)).ToList();
            Again(() => _producer.SendOffsetsToTransaction(next, group, _options.TransactionTimeout), _options.TransactionTimeout);
            return CommitOnce();
        }
        catch (KafkaTxnRequiresAbortException e)
        {
            _journal.Note($"aborts: {e.Error.Reason}");
            return Abort();
        }
        catch (KafkaException e)
        {
            return Die(e, "commit");
        }
    }

    public CommitOutcome Abort()
    {
        if (_dead is { } dead)
        {
            return dead;
        }

        try
        {
            Again(_producer.AbortTransaction, _options.TransactionTimeout * 2);
            return CommitOutcome.Aborted;
        }
        catch (KafkaException e)
        {
            return Die(e, "abort");
        }
    }

    public void Dispose() => _producer.Dispose();

    private CommitOutcome CommitOnce()
    {
        var disturbances = _journal.Disturbances;
        var started = Stopwatch.GetTimestamp();
        Again(_producer.CommitTransaction, _options.TransactionTimeout * 2);
        var took = Stopwatch.GetElapsedTime(started);
        var once = took < _options.SocketTimeout && _journal.Disturbances == disturbances;
        if (once && SpinWait.SpinUntil(() => Volatile.Read(ref _undelivered) == 0, _options.SocketTimeout))
        {
            return CommitOutcome.Committed;
        }

        _journal.Note($"committed, but after {took.TotalMilliseconds:0} ms or over a lost connection: the request may have been sent twice");
        return (_dead = CommitOutcome.Unknown).Value;
    }

    /// <summary>Fatal: fenced, or timed out at the coordinator. Neither fatal nor abortable, or without an answer: unknown.</summary>
    private CommitOutcome Die(KafkaException exception, string step)
    {
        _journal.Note($"{step}: {exception.Error.Code} {exception.Error.Reason}");
        return (_dead = exception.Error.IsFatal ? CommitOutcome.Fenced : CommitOutcome.Unknown).Value;
    }

    /// <summary>A retriable error means: the same call again; it goes on where it was. Any other call would be refused.</summary>
    private static void Again(Action call, TimeSpan atMost)
    {
        for (var started = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                call();
                return;
            }
            catch (KafkaRetriableException) when (Stopwatch.GetElapsedTime(started) < atMost)
            {
                Thread.Sleep(RetryPause);
            }
        }
    }

    private void Enqueue(TopicPartition target, Message<byte[], byte[]?> message, Action<DeliveryReport<byte[], byte[]?>>? report)
    {
        for (; ;)
        {
            try
            {
                _producer.Produce(target, message, report);
                return;
            }
            catch (ProduceException<byte[], byte[]?> e) when (e.Error.Code == ErrorCode.Local_QueueFull)
            {
                // Records leave the queue when they are delivered or when the transaction's time is over: it ends.
                Thread.Sleep(RetryPause);
            }
            catch (ProduceException<byte[], byte[]?> e) when (e.Error.Code == ErrorCode.MsgSizeTooLarge)
            {
                throw new OutsideFault(
                    $"A record of {message.Value?.Length ?? 0:N0} bytes for {target.Topic} is larger than the producer allows.",
                    "Raise message.max.bytes in kafka.properties, and max.message.bytes of the topic.",
                    retry: false,
                    e);
            }
            catch (KafkaException e)
            {
                _journal.Note($"produce: {e.Error.Code} {e.Error.Reason}");
                _spoiled = true;
                return;
            }
        }
    }

    private void Deliver(DeliveryReport<byte[], byte[]?> report, Action<long, Timestamp> delivered)
    {
        if (!report.Error.IsError)
        {
            delivered(report.Offset.Value, new Timestamp(report.Timestamp.UnixTimestampMs));
        }

        Interlocked.Decrement(ref _undelivered);
    }

    private static Headers? HeadersOf(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        if (headers.Count == 0)
        {
            return null;
        }

        var result = new Headers();
        foreach (var (name, value) in headers)
        {
            result.Add(name, Encoding.UTF8.GetBytes(value));
        }

        return result;
    }
}
