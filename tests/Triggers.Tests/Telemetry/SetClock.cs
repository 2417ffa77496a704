namespace Triggers.Tests.Telemetry;

/// <summary>A clock that goes on only when it is told to; both readings begin at 2026-01-01.</summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    /// <summary>Time passes.</summary>
    internal void Pass(TimeSpan span) => _now += span;
}
