using System.Text;
using Triggers.Hosting.Health;
using Triggers.Model.Time;
using Triggers.Runtime.InMemory;
using Triggers.Runtime.Telemetry;
using Triggers.Tests.Telemetry;
using Xunit;

namespace Triggers.Tests.Hosting;

public sealed class ProcessHealthTests : IDisposable
{
    private readonly SetClock _clock = new();
    private readonly ServePhase _phase = new();
    private readonly PipelineMetrics _metrics;
    private readonly ProcessHealth _health;

    public ProcessHealthTests()
    {
        _metrics = new(_clock, meter: nameof(ProcessHealthTests));
        _health = new(_phase, _metrics.Pulses, _metrics.Board, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Before_it_serves_it_says_what_it_is_doing_and_is_alive()
    {
        _phase.Do("connecting to Redis");
        Assert.True(_health.Live().Ok);
        Assert.Equal(
            """{"status":"failing","parts":[{"part":"start","ok":false,"detail":"connecting to Redis"},{"part":"kafka","ok":false,"detail":"has not answered yet"},"""
            + """{"part":"redis","ok":false,"detail":"is not connected yet"},{"part":"ingest","ok":true,"detail":"does not run"},{"part":"triggers","ok":true,"detail":"does not run"},"""
            + """{"part":"partitions","ok":false,"detail":"waits for its share of the partitions"}]}""",
            Encoding.UTF8.GetString(_health.Ready().Write()));
    }

    [Fact]
    public void It_is_ready_when_every_part_is()
    {
        Serve();
        _metrics.Board.Show([Reading(0, PartitionPhase.Running)], hasShare: true);
        Assert.True(_health.Ready().Ok, Encoding.UTF8.GetString(_health.Ready().Write()));
    }

    [Fact]
    public void Each_part_that_fails_is_named()
    {
        Serve();
        _metrics.Board.Show([Reading(0, PartitionPhase.Running), Reading(1, PartitionPhase.TakingOver), Reading(2, PartitionPhase.Stopped, "its states cannot be stored")], hasShare: true);
        _clock.Pass(TimeSpan.FromSeconds(130));
        _metrics.Pulses.Beat(Graph.Ingest);
        _phase.Do("stopping");
        Assert.Equal(
            [
                "start: stopping",
                "kafka: has not answered for 130 s",
                "triggers: has not begun a turn for 130 s",
                "partitions: 1 of 3 run; 2 is stopped: its states cannot be stored",
            ],
            _health.Ready().Parts.Where(part => !part.Ok).Select(part => $"{part.Part}: {part.Detail}"));
        Assert.Equal(["triggers"], _health.Live().Parts.Where(part => !part.Ok).Select(part => part.Part));
    }

    [Fact]
    public void A_graph_that_ended_in_good_order_is_not_stuck()
    {
        Serve();
        _metrics.Pulses.End(Graph.Ingest);
        _metrics.Pulses.End(Graph.Triggers);
        _clock.Pass(TimeSpan.FromHours(1));
        Assert.True(_health.Live().Ok);
    }

    public void Dispose() => _metrics.Dispose();

    private void Serve()
    {
        using var once = new CancellationTokenSource();
        once.Cancel();
        var ports = new InMemoryPorts(new InMemoryCluster(2, () => Timestamp.From(_clock.GetUtcNow())));
        var lags = new LagWatch(_clock);
        lags.Watch(ports, ["clicks"]);
        lags.Run(once.Token);
        _health.Watch(lags);
        _health.Watch(new MeasuredStateStore(new InMemoryStateStore(), _metrics, _clock));
        _metrics.Pulses.Beat(Graph.Ingest);
        _metrics.Pulses.Beat(Graph.Triggers);
        _phase.Serve();
    }

    private static PartitionReading Reading(int partition, PartitionPhase phase, string? stopped = null) =>
        new(partition, phase, Timestamp.Beginning, Timestamp.Never, 0, 0, null, stopped);
}
