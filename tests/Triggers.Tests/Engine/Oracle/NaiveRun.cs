namespace Triggers.Tests.Engine.Oracle;

/// <summary>A run as the oracle keeps it.</summary>
/// <param name="Trigger">Name of its trigger.</param>
/// <param name="Order">Runs that are due together fire in the order of this.</param>
/// <param name="Key">The business key as text; empty: none.</param>
/// <param name="Cause">Id of the event that (re)started it, or what else did.</param>
/// <param name="StartedAt">Event time of that.</param>
internal sealed record NaiveRun(string Trigger, ulong Order, string Key, string Cause, long StartedAt)
{
    public long Deadline { get; init; }

    /// <summary>The step it waits for; the number of steps when all are done.</summary>
    public int Step { get; init; }

    /// <summary>How many events of that step have come.</summary>
    public int Seen { get; init; }

    /// <summary>When the step before was done.</summary>
    public long StepAt { get; init; }

    /// <summary>Ids of the events after the first that took it here.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>The events of named steps.</summary>
    public IReadOnlyDictionary<string, NaiveEvent> Named { get; init; } = Scene.NoSteps;

    /// <summary>The event of the last step that was one; null: a membership started it.</summary>
    public NaiveEvent? Last { get; init; }

    /// <summary>The fields of <see cref="Last"/> that the rules of then read at the end; null: all.</summary>
    public IReadOnlySet<string>? Kept { get; init; }

    /// <summary>The runs in the order in which they fire; equal ones in the order in which they became what they are.</summary>
    public static IEnumerable<NaiveRun> InOrder(IEnumerable<NaiveRun> runs) => runs
        .OrderBy(r => r.Deadline).ThenBy(r => r.Order).ThenBy(r => r.Key, StringComparer.Ordinal).ThenBy(r => r.StartedAt).ThenBy(r => r.Cause, StringComparer.Ordinal);
}
