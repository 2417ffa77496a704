using Triggers.Model.Time;
using Triggers.Runtime.Telemetry;
using Xunit;

namespace Triggers.Tests.Telemetry;

public sealed class PartitionBoardTests
{
    private readonly SetClock _clock = new();

    [Fact]
    public void Ages_grow_while_nobody_puts_up_anything_new()
    {
        using var instruments = new Instruments(_clock);
        instruments.Metrics.Board.Show([Running(7, clock: At(-2), timer: At(1))], hasShare: true);
        Assert.Contains("triggers_partition_clock_age_seconds{partition=\"7\"} 2\n", instruments.Text("triggers_partition"), StringComparison.Ordinal);
        Assert.Contains("triggers_timer_overdue_seconds{partition=\"7\"} 0\n", instruments.Text("triggers_timer_overdue"), StringComparison.Ordinal);

        _clock.Pass(TimeSpan.FromSeconds(10));
        Assert.Contains("triggers_partition_clock_age_seconds{partition=\"7\"} 12\n", instruments.Text("triggers_partition"), StringComparison.Ordinal);
        Assert.Contains("triggers_timer_overdue_seconds{partition=\"7\"} 9\n", instruments.Text("triggers_timer_overdue"), StringComparison.Ordinal);
    }

    [Fact]
    public void Partitions_are_counted_by_what_they_do_and_by_their_rules()
    {
        using var instruments = new Instruments(_clock);
        instruments.Metrics.Board.Show(
            [Running(0, rules: "v1"), Running(1, rules: "v2"), Running(2, rules: "v2"), new(3, PartitionPhase.Stopped, Timestamp.Beginning, Timestamp.Never, 0, 0, null, "why")], hasShare: true);
        Assert.Equal(
            """
            # HELP triggers_partitions Partitions of this process by what they are doing. Unit: partition.
            # TYPE triggers_partitions gauge
            triggers_partitions{state="running"} 3
            triggers_partitions{state="taking_over"} 0
            triggers_partitions{state="stopped"} 1

            """,
            instruments.Text("triggers_partitions"));
        Assert.Contains("triggers_rules_partitions{version=\"v1\"} 1\ntriggers_rules_partitions{version=\"v2\"} 2\n", instruments.Text("triggers_rules"), StringComparison.Ordinal);
    }

    [Fact]
    public void New_readings_are_due_four_times_a_second()
    {
        var board = new PartitionBoard(_clock);
        Assert.True(board.IsDue);
        board.Show([], hasShare: true);
        Assert.False(board.IsDue);
        _clock.Pass(TimeSpan.FromMilliseconds(250));
        Assert.True(board.IsDue);
    }

    private Timestamp At(int seconds) => Timestamp.From(_clock.GetUtcNow()) + TimeSpan.FromSeconds(seconds);

    private PartitionReading Running(int partition, Timestamp? clock = null, Timestamp? timer = null, string? rules = null) =>
        new(partition, PartitionPhase.Running, clock ?? At(0), timer ?? Timestamp.Never, 0, 0, rules, null);
}
