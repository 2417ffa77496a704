using Triggers.Engine.Leases;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Rulesets;

namespace Triggers.Runtime.Scenarios;

/// <summary>
/// The system without Kafka: a feed of events is one partition of a log. Records are numbered in the order they come, log time is the largest event time so far, and a tick
/// stands at each deadline, so that a run over files decides what live running would. States stay in memory. For one run; not thread-safe.
/// </summary>
public sealed class FileRun
{
    private const int BatchCustomers = 5_000;
    private const int EventsPerReport = 4_096;

    private readonly RunUntil _until;
    private readonly IRunSink _sink;
    private readonly PartitionFold _fold = new(0, new RulesetCache());
    private readonly FoldOutput _output = new();
    private readonly StateCache _states = StateCache.OfEverything();
    private readonly StateOverlay _batch;
    private readonly BlobWriter _blob = new();
    private long _offset;

    /// <summary>A run of these rules.</summary>
    /// <param name="plan">The rules, in force from the first event to the last.</param>
    /// <param name="until">Where the clock stops.</param>
    /// <param name="sink">Where results go.</param>
    /// <param name="known">Customers that are known before the first event, without runs; null: nobody is.</param>
    public FileRun(WorkspacePlan plan, RunUntil until, IRunSink sink, IEnumerable<CustomerState>? known = null)
        : this(new Ruleset(plan), until, sink, known)
    {
    }

    /// <summary>A run of these rules, with a feed that may read no more than their <see cref="Ruleset.SelectionForFiles"/>.</summary>
    /// <param name="rules">The rules, in force from the first event to the last; for this run alone.</param>
    /// <param name="until">Where the clock stops.</param>
    /// <param name="sink">Where results go.</param>
    /// <param name="known">Customers that are known before the first event, without runs; null: nobody is.</param>
    public FileRun(Ruleset rules, RunUntil until, IRunSink sink, IEnumerable<CustomerState>? known = null)
    {
        _until = until;
        _sink = sink;
        _batch = new(_states);
        _fold.Restore(Timestamp.Beginning, rules, new());
        Grant(LeaseGrant.Everything(rules.Plan));
        Summary.Expect(rules.Plan);
        foreach (var state in known ?? [])
        {
            _states.Put(state.Customer, StateCodec.Encode(state));
        }
    }

    /// <summary>Managed bytes that the states of customers take.</summary>
    public long StateBytes => _states.Bytes;

    /// <summary>Counts of the run; complete when it has ended.</summary>
    public RunSummary Summary { get; } = new();

    /// <summary>Where the clock stands: at the last event, or where it was told to stop.</summary>
    public Timestamp Time => _until.Time ?? _fold.Clock;

    /// <summary>A copy of a customer's state; null when no event of theirs concerned any rule.</summary>
    public CustomerState? StateOf(CustomerKey customer)
    {
        var state = _batch.Open(customer);
        return state?.Identifier is null ? null : StateCodec.Decode(customer, StateCodec.Encode(state));
    }

    /// <summary>Folds the whole feed.</summary>
    /// <param name="feed">Decoded with the catalogue of the same plan.</param>
    /// <param name="time">Measures how long it takes; decides nothing.</param>
    /// <param name="report">Told now and then how much was read, 0..1; null: nobody asks.</param>
    /// <exception cref="Ports.OutsideFault">The feed cannot be read on or the results cannot be written.</exception>
    public void Execute(IEventFeed feed, TimeProvider time, Action<double>? report = null)
    {
        var start = time.GetTimestamp();
        var taken = 0;
        for (var kind = feed.Next(); kind is not null && !IsBeyond(kind, feed); kind = feed.Next())
        {
            Fold(kind.Value, feed);
            if (++taken % EventsPerReport == 0)
            {
                report?.Invoke(feed.Progress);
            }
        }

        RunOn();
        Summary.Take(_fold.Leases, _fold.Rules!.Plan);
        report?.Invoke(1);
        Summary.Elapsed = time.GetElapsedTime(start);
    }

    /// <summary>There is no other partition: one grant gives all.</summary>
    private void Grant(LeaseGrant everything)
    {
        if (!everything.IsEmpty)
        {
            _fold.TryFold(new(RecordKind.Lease, 0, _offset++, Timestamp.Beginning, default, LeaseJson.Write(everything)), _batch, _output);
        }
    }

    private bool IsBeyond(DecodedKind? kind, IEventFeed feed) => kind == DecodedKind.Event && _until.Time is { } end && feed.Event.Time > end;

    private void Fold(DecodedKind kind, IEventFeed feed)
    {
        Summary.Records += feed.Records;
        if (kind == DecodedKind.Dead)
        {
            Summary.Dead++;
            _sink.Take(feed.Dead);
            return;
        }

        var read = feed.Event;
        var logTime = Timestamp.Max(_fold.Clock, read.Time);
        TickUpTo(logTime);
        Summary.Events++;
        Summary.Saw(read.Customer);
        _offset++;
        _fold.TryFold(read, logTime, _batch, _output);
        Deliver();
        if (_batch.OpenCount >= BatchCustomers)
        {
            EndBatch();
        }
    }

    private void RunOn()
    {
        TickUpTo(_until.Time ?? _fold.Clock);
        while (_until.RunsOut && _fold.Timers.Earliest != Timestamp.Never)
        {
            TickUpTo(_fold.Timers.Earliest);
        }
    }

    private void TickUpTo(Timestamp now)
    {
        for (var due = _fold.Timers.Earliest; due <= now && due != Timestamp.Never; due = _fold.Timers.Earliest)
        {
            var tick = new LogRecord(RecordKind.Tick, 0, _offset++, Timestamp.Max(due, _fold.Clock), default, default);
            _fold.TryFold(tick, _batch, _output);
            Deliver();
        }
    }

    private void Deliver()
    {
        if (_output.IsIdle)
        {
            _output.ClearCounts();
            return;
        }

        Summary.Add(_output);
        if (!_output.IsEmpty || _output.Steps.Runs.Count > 0)
        {
            _sink.Take(_output);
        }

        _output.Clear();
    }

    private void EndBatch()
    {
        foreach (var state in _batch.ChangedUnsorted)
        {
            _blob.Clear();
            StateCodec.Encode(state, _blob);
            _states.Put(state.Customer, _blob.Written);
        }

        _batch.Clear();
    }
}
