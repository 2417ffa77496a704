using Triggers.Engine;
using Triggers.Hosting.Telemetry;
using Triggers.Model.Time;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Tests.Telemetry;

public sealed class ExpositionTests
{
    [Fact]
    public void A_counter_has_help_with_its_unit_and_counts_from_zero()
    {
        using var instruments = new Instruments(new SetClock());
        instruments.Metrics.Transacted(Graph.Triggers, CommitOutcome.Committed, TimeSpan.FromMilliseconds(20));
        Assert.Equal(
            """
            # HELP triggers_transactions_total Kafka transactions by graph and outcome. Unit: transaction.
            # TYPE triggers_transactions_total counter
            triggers_transactions_total{graph="ingest",outcome="committed"} 0
            triggers_transactions_total{graph="ingest",outcome="aborted"} 0
            triggers_transactions_total{graph="ingest",outcome="fenced"} 0
            triggers_transactions_total{graph="ingest",outcome="unknown"} 0
            triggers_transactions_total{graph="triggers",outcome="committed"} 1
            triggers_transactions_total{graph="triggers",outcome="aborted"} 0
            triggers_transactions_total{graph="triggers",outcome="fenced"} 0
            triggers_transactions_total{graph="triggers",outcome="unknown"} 0

            """,
            instruments.Text("triggers_transactions"));
    }

    [Fact]
    public void A_histogram_has_cumulative_buckets_sum_and_count()
    {
        using var instruments = new Instruments(new SetClock());
        instruments.Metrics.TakenOver("done", TimeSpan.FromSeconds(0.3));
        instruments.Metrics.TakenOver("done", TimeSpan.FromSeconds(100));
        Assert.Equal(
            """
            # HELP triggers_takeover_duration_seconds Taking over one partition, by how it ended. Unit: seconds.
            # TYPE triggers_takeover_duration_seconds histogram
            triggers_takeover_duration_seconds_bucket{outcome="done",le="0.05"} 0
            triggers_takeover_duration_seconds_bucket{outcome="done",le="0.1"} 0
            triggers_takeover_duration_seconds_bucket{outcome="done",le="0.25"} 0
            triggers_takeover_duration_seconds_bucket{outcome="done",le="0.5"} 1
            triggers_takeover_duration_seconds_bucket{outcome="done",le="1"} 1
            triggers_takeover_duration_seconds_bucket{outcome="done",le="2.5"} 1
            triggers_takeover_duration_seconds_bucket{outcome="done",le="5"} 1
            triggers_takeover_duration_seconds_bucket{outcome="done",le="10"} 1
            triggers_takeover_duration_seconds_bucket{outcome="done",le="30"} 1
            triggers_takeover_duration_seconds_bucket{outcome="done",le="60"} 1
            triggers_takeover_duration_seconds_bucket{outcome="done",le="300"} 2
            triggers_takeover_duration_seconds_bucket{outcome="done",le="1800"} 2
            triggers_takeover_duration_seconds_bucket{outcome="done",le="7200"} 2
            triggers_takeover_duration_seconds_bucket{outcome="done",le="+Inf"} 2
            triggers_takeover_duration_seconds_sum{outcome="done"} 100.3
            triggers_takeover_duration_seconds_count{outcome="done"} 2

            """,
            instruments.Text("triggers_takeover"));
    }

    [Fact]
    public void OpenMetrics_names_the_family_without_total_says_the_unit_and_has_an_end()
    {
        using var instruments = new Instruments(new SetClock());
        instruments.Metrics.Compared(TimeSpan.FromSeconds(-1.5));
        instruments.Metrics.Noticed("warn");
        Assert.Equal(
            """
            # HELP triggers_notices Lines written for the engineer on call, by level. Unit: notice.
            # TYPE triggers_notices counter
            triggers_notices_total{level="info"} 0
            triggers_notices_total{level="warn"} 1
            triggers_notices_total{level="error"} 0

            """,
            instruments.Text("triggers_notices", ExpositionForm.OpenMetrics));
        Assert.Equal(
            """
            # HELP triggers_clock_skew_seconds Broker's clock less this machine's, as measured last. Unit: seconds.
            # TYPE triggers_clock_skew_seconds gauge
            # UNIT triggers_clock_skew_seconds seconds
            triggers_clock_skew_seconds -1.5

            """,
            instruments.Text("triggers_clock", ExpositionForm.OpenMetrics));
        Assert.EndsWith("\n# EOF\n", System.Text.Encoding.UTF8.GetString(instruments.Scrape.Read(ExpositionForm.OpenMetrics)), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_would_break_a_line_are_escaped()
    {
        using var instruments = new Instruments(new SetClock());
        instruments.Metrics.Gauges.Add(new GaugeSource("triggers.odd", "{thing}", "Back\\slash and\nline", () => [new(1, new KeyValuePair<string, object?>("name", "a \"b\"\\\n"))]));
        Assert.Equal(
            "# HELP triggers_odd Back\\\\slash and\\nline. Unit: thing.\n# TYPE triggers_odd gauge\ntriggers_odd{name=\"a \\\"b\\\"\\\\\\n\"} 1\n",
            instruments.Text("triggers_odd"));
    }

    [Fact]
    public void A_series_that_is_not_told_any_more_disappears()
    {
        var lags = new List<string> { "3", "5" };
        using var instruments = new Instruments(new SetClock());
        instruments.Metrics.Gauges.Add(new GaugeSource("triggers.odd", "{thing}", "Things", () => lags.Select(p => new GaugeValue(1, new KeyValuePair<string, object?>("partition", p)))));
        Assert.Contains("{partition=\"5\"} 1", instruments.Text("triggers_odd"), StringComparison.Ordinal);
        lags.Remove("5");
        Assert.Equal("# HELP triggers_odd Things. Unit: thing.\n# TYPE triggers_odd gauge\ntriggers_odd{partition=\"3\"} 1\n", instruments.Text("triggers_odd"));
        lags.Clear();
        Assert.Equal("", instruments.Text("triggers_odd"));
        lags.Add("5");
        Assert.Contains("{partition=\"5\"} 1", instruments.Text("triggers_odd"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("*/*", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/openmetrics-text;version=1.0.0", true)]
    [InlineData("application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", true)]
    [InlineData("text/plain;version=0.0.4, application/openmetrics-text;q=0.2", false)]
    [InlineData("not a media type;;", false)]
    public void The_form_is_the_one_that_the_scraper_prefers(string accept, bool isOpen) => Assert.Equal(isOpen, ExpositionForm.Of([accept]).IsOpen);

    [Fact]
    public void Triggers_beyond_the_limit_are_told_together()
    {
        using var instruments = new Instruments(new SetClock(), triggersMax: 2);
        instruments.Metrics.Expect(["a", "b", "c", "d", "a"]);
        Assert.Equal(
            """
            # HELP triggers_decisions_total Decisions by trigger, outcome and the gate that refused; gate none: no gate did. Unit: decision.
            # TYPE triggers_decisions_total counter
            triggers_decisions_total{gate="none",outcome="sent",trigger="a"} 0
            triggers_decisions_total{gate="none",outcome="sent",trigger="b"} 0
            triggers_decisions_total{gate="none",outcome="sent",trigger="other"} 0

            """,
            instruments.Text("triggers_decisions"));
    }

    [Fact]
    public void Starts_that_found_too_many_runs_are_counted_by_trigger()
    {
        using var instruments = new Instruments(new SetClock());
        instruments.Metrics.Expect(["cart-left", "thanks"]);
        var output = new FoldOutput();
        output.Steps.Runs.AddRange([
            new("cart-left", RunChangeKind.Crowded, default, "k1", Deadline: null),
            new("cart-left", RunChangeKind.Started, default, "k2", Timestamp.Never),
            new("cart-left", RunChangeKind.Crowded, default, "k3", Deadline: null),
        ]);
        instruments.Metrics.Committed(partition: 0, records: 3, output);
        Assert.Equal(
            """
            # HELP triggers_starts_crowded_total Starts that began no run because 1,000 of the customer's waited, by trigger. Unit: start.
            # TYPE triggers_starts_crowded_total counter
            triggers_starts_crowded_total{trigger="cart-left"} 2
            triggers_starts_crowded_total{trigger="thanks"} 0

            """,
            instruments.Text("triggers_starts"));
    }

    [Fact]
    public void Every_instrument_has_a_unit_and_a_sentence_for_people()
    {
        var all = Instruments.All();
        Assert.Empty(all.Where(instrument => string.IsNullOrEmpty(instrument.Unit) || instrument.Description is not { Length: > 10 }).Select(instrument => instrument.Name));
        Assert.True(all.Count > 20, $"Only {all.Count} instruments were found.");
    }
}
