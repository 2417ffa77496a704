using System.Diagnostics.Metrics;
using System.Globalization;
using Triggers.Engine;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Telemetry;

/// <summary>
/// The instruments of one process. What the outside world may see is told once it is committed, so that a batch that is folded again does not count twice. Labels are bounded: the number of series
/// does not grow with customers, and with triggers only to a limit. Thread-safe.
/// </summary>
public sealed class PipelineMetrics : IDisposable
{
    /// <summary>Name of the meter, to be subscribed to.</summary>
    public const string MeterName = "Triggers";

    /// <summary>Stands where no gate refused.</summary>
    public const string NoGate = "none";

    private static readonly double[] CallSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    private static readonly double[] LatencySeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200];

    private readonly Meter _meter;
    private readonly TimeProvider _time;
    private readonly TriggerNames _names;
    private readonly Counter<long> _sources;
    private readonly Counter<long> _events;
    private readonly Counter<long> _records;
    private readonly Counter<long> _timers;
    private readonly Counter<long> _crowded;
    private readonly Counter<long> _decisions;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _transactions;
    private readonly Counter<long> _states;
    private readonly Counter<long> _notices;
    private readonly Histogram<double> _latency;
    private readonly Histogram<double> _transactionTime;
    private readonly Histogram<double> _takeOverTime;
    private readonly Histogram<double> _storeTime;
    private double _skew = double.NaN;

    /// <summary>Makes every instrument; nothing is measured yet.</summary>
    /// <param name="time">The process's clock.</param>
    /// <param name="triggersMax">How many triggers are told by name (<see cref="TriggerNames"/>).</param>
    /// <param name="meter">Name of the meter; tests that run side by side take different ones.</param>
    public PipelineMetrics(TimeProvider time, int triggersMax = 500, string meter = MeterName)
    {
        _time = time;
        _names = new(triggersMax);
        _meter = new(meter);
        _sources = _meter.CreateCounter<long>("triggers.source.records", "{record}", "Source records committed by ingest, by topic and whether they became an event or a dead letter");
        _records = _meter.CreateCounter<long>("triggers.log.records", "{record}", "Records of the log folded and committed: events, ticks, rules");
        _events = _meter.CreateCounter<long>("triggers.events", "{event}", "Events of the log by what became of them: applied, duplicate, late, unused, dead");
        _timers = _meter.CreateCounter<long>("triggers.timers.fired", "{timer}", "Waits that were ended by time");
        _crowded = _meter.CreateCounter<long>("triggers.starts.crowded", "{start}", "Starts that began no run because 1,000 of the customer's waited, by trigger");
        _decisions = _meter.CreateCounter<long>("triggers.decisions", "{decision}", "Decisions by trigger, outcome and the gate that refused; gate none: no gate did");
        _messages = _meter.CreateCounter<long>("triggers.messages", "{message}", "Messages written to outbound topics, by trigger and channel");
        _transactions = _meter.CreateCounter<long>("triggers.transactions", "{transaction}", "Kafka transactions by graph and outcome");
        _states = _meter.CreateCounter<long>("triggers.store.states", "{state}", "States of customers read from Redis or written to it");
        _notices = _meter.CreateCounter<long>("triggers.notices", "{notice}", "Lines written for the engineer on call, by level");
        _latency = Seconds("triggers.message.latency", "From the moment a message was due (its event, or the end of the wait) to the commit of the message", LatencySeconds);
        _transactionTime = Seconds("triggers.transaction.duration", "Producing and committing one Kafka transaction", CallSeconds);
        _takeOverTime = Seconds("triggers.takeover.duration", "Taking over one partition, by how it ended", LatencySeconds);
        _storeTime = Seconds("triggers.store.duration", "One call to Redis, by operation and outcome; unknown and failed: no answer in time", CallSeconds);
        Pulses = new(time);
        Board = new(time);
        Gauges = new(_meter);
        Board.Measure(Gauges);
        Gauges.Add(new GaugeSource("triggers.graph.silence", "s", "Time since a graph began its last turn; a graph that stands still is stuck", Silences));
        Gauges.Add(new GaugeSource("triggers.clock.skew", "s", "Broker's clock less this machine's, as measured last", () => double.IsNaN(_skew) ? [] : [new(_skew)]));
        CountFromZero();
    }

    /// <summary>Signs of life of the graphs.</summary>
    public Pulses Pulses { get; }

    /// <summary>How the partitions are.</summary>
    public PartitionBoard Board { get; }

    /// <summary>For whatever else can be measured.</summary>
    public Gauges Gauges { get; }

    /// <summary>Lets the triggers of a workspace appear before they decide anything.</summary>
    public void Expect(IEnumerable<string> triggers)
    {
        foreach (var trigger in triggers)
        {
            CountDecisions(0, trigger, Outcome.Sent, null);
            CountCrowded(0, trigger);
        }
    }

    /// <summary>Ingest committed records of a source topic.</summary>
    public void Ingested(string topic, long events, long dead)
    {
        _sources.Add(events, new("topic", topic), new("outcome", "event"));
        _sources.Add(dead, new("topic", topic), new("outcome", "dead"));
    }

    /// <summary>A batch of one partition was committed.</summary>
    /// <param name="partition">Partition of the log.</param>
    /// <param name="records">Records folded.</param>
    /// <param name="output">What they gave.</param>
    public void Committed(int partition, int records, FoldOutput output)
    {
        _records.Add(records, new KeyValuePair<string, object?>("partition", partition));
        CountEvents("applied", output.Applied);
        CountEvents("duplicate", output.Duplicates);
        CountEvents("unused", output.Unused);
        CountEvents("late", output.Late.Count);
        CountEvents("dead", output.Dead.Count);
        _timers.Add(output.Fired);
        foreach (var decision in output.Steps.Decisions)
        {
            CountDecisions(1, decision.Trigger, decision.Outcome, decision.Gate);
        }

        foreach (var change in output.Steps.Runs)
        {
            if (change.Kind == RunChangeKind.Crowded)
            {
                CountCrowded(1, change.Trigger);
            }
        }

        var now = Timestamp.From(_time.GetUtcNow());
        foreach (var message in output.Steps.Messages)
        {
            _messages.Add(1, new("trigger", _names.Of(message.Trigger)), new("channel", message.Channel));
            _latency.Record(Math.Max(0, (now - message.DueAt).TotalSeconds));
        }
    }

    /// <summary>A transaction ended.</summary>
    public void Transacted(Graph graph, CommitOutcome outcome, TimeSpan took)
    {
        _transactions.Add(1, new("graph", NameOf(graph)), new("outcome", Lower(outcome)));
        _transactionTime.Record(took.TotalSeconds, new KeyValuePair<string, object?>("graph", NameOf(graph)));
    }

    /// <summary>A take-over ended: <c>done</c>, <c>failed</c> (it is tried again) or <c>stopped</c> (somebody must act).</summary>
    public void TakenOver(string outcome, TimeSpan took) => _takeOverTime.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>A call to the store ended.</summary>
    public void StoreCalled(string operation, string outcome, TimeSpan took) => _storeTime.Record(took.TotalSeconds, new("operation", operation), new("outcome", outcome));

    /// <summary>So many states were read or written.</summary>
    public void StatesMoved(string operation, int states) => _states.Add(states, new KeyValuePair<string, object?>("operation", operation));

    /// <summary>The broker's clock was compared with this machine's.</summary>
    public void Compared(TimeSpan skew) => _skew = skew.TotalSeconds;

    /// <summary>A line was written; the level is <c>info</c>, <c>warn</c> or <c>error</c>.</summary>
    public void Noticed(string level) => _notices.Add(1, new KeyValuePair<string, object?>("level", level));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static string NameOf(Graph graph) => Lower(graph);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLower(CultureInfo.InvariantCulture);

    private Histogram<double> Seconds(string name, string description, double[] bounds) =>
        _meter.CreateHistogram(name, "s", description, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });

    /// <summary>A series that only appears with the first trouble has no rate at that moment: the first abort would be missed.</summary>
    private void CountFromZero()
    {
        foreach (var graph in Enum.GetValues<Graph>())
        {
            foreach (var outcome in Enum.GetValues<CommitOutcome>())
            {
                _transactions.Add(0, new("graph", NameOf(graph)), new("outcome", Lower(outcome)));
            }
        }

        Array.ForEach(["applied", "duplicate", "late", "unused", "dead"], fate => CountEvents(fate, 0));
        Array.ForEach(["info", "warn", "error"], level => _notices.Add(0, new KeyValuePair<string, object?>("level", level)));
        _timers.Add(0);
    }

    private void CountEvents(string fate, long count) => _events.Add(count, new KeyValuePair<string, object?>("outcome", fate));

    private void CountCrowded(long count, string trigger) => _crowded.Add(count, new KeyValuePair<string, object?>("trigger", _names.Of(trigger)));

    private void CountDecisions(long count, string trigger, Outcome outcome, string? gate) =>
        _decisions.Add(count, new("trigger", _names.Of(trigger)), new("gate", gate ?? NoGate), new("outcome", Lower(outcome)));

    private IEnumerable<GaugeValue> Silences() =>
        from graph in Enum.GetValues<Graph>()
        let silence = Pulses.Silence(graph)
        where silence is not null
        select new GaugeValue(silence.Value.TotalSeconds, new KeyValuePair<string, object?>("graph", NameOf(graph)));
}
