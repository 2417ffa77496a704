using Triggers.Engine;

namespace Triggers.Runtime.Partitions;

/// <summary>What folding records gives besides states. Reused: <see cref="Clear"/> empties it. Not thread-safe.</summary>
public sealed class FoldOutput
{
    /// <summary>Messages, decisions and run changes, in order.</summary>
    public StepOutput Steps { get; } = new();

    /// <summary>Late events, in order.</summary>
    public List<LateEvent> Late { get; } = [];

    /// <summary>Dead records, in order.</summary>
    public List<DeadEvent> Dead { get; } = [];

    /// <summary>Events applied to a state.</summary>
    public long Applied { get; set; }

    /// <summary>Events dropped because their id was seen before.</summary>
    public long Duplicates { get; set; }

    /// <summary>Events that no rule in force uses: they touch no state.</summary>
    public long Unused { get; set; }

    /// <summary>Timers fired.</summary>
    public long Fired { get; set; }

    /// <summary>True when there is nothing to write.</summary>
    public bool IsEmpty => Steps.Messages.Count == 0 && Steps.Decisions.Count == 0 && Late.Count == 0 && Dead.Count == 0;

    /// <summary>True when nothing happened that anybody counts or is told.</summary>
    public bool IsIdle => IsEmpty && Duplicates == 0 && Steps.Runs.Count == 0 && Steps.Memberships.Count == 0;

    /// <summary>Empties it, counters too.</summary>
    public void Clear()
    {
        Steps.Clear();
        Late.Clear();
        Dead.Clear();
        ClearCounts();
    }

    /// <summary>Sets the counters to zero.</summary>
    public void ClearCounts() => (Applied, Duplicates, Unused, Fired) = (0, 0, 0, 0);
}
