namespace Triggers.Tests.Engine.Oracle;

/// <summary>One thing that happens in a scenario.</summary>
/// <param name="Delta">So many milliseconds of log time after the one before.</param>
/// <param name="AtDeadline">Instead, this far from the customer's next deadline (milliseconds; negative: before it), when that is less than three days ahead.</param>
internal sealed record Act(long Delta, long? AtDeadline)
{
    /// <summary>The event, its time relative to the log time; null: a tick, or another version.</summary>
    public NaiveEvent? Event { get; init; }

    /// <summary>A tick fires at most so many timers.</summary>
    public int Limit { get; init; }

    /// <summary>Another version of the rules comes into force.</summary>
    public NaiveRules? Rules { get; init; }

    /// <summary>Log time of this, when the one before was at <paramref name="now"/>.</summary>
    public long At(long now, long? deadline) =>
        AtDeadline is { } offset && deadline is { } due && due > now && due - now < 3 * Clock.Day ? Math.Max(now, due + offset) : now + Delta;
}
