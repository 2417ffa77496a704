using Triggers.Engine.State;
using Triggers.Model.Time;

namespace Triggers.Engine.Portraits;

/// <summary>What one trigger of the workspace has done for a customer. Outcomes are remembered for thirty days, <see cref="SentAt"/> for as long as <c>again</c> asks for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Outcome">What became of the last run that is over; none: there was none in the last thirty days.</param>
/// <param name="OutcomeAt">When; null without an outcome.</param>
/// <param name="By">The event type or gate that did it; null when nothing did, or the workspace does not have it any more.</param>
public sealed record TriggerPortrait(string Name, RunOutcome Outcome, Timestamp? OutcomeAt, string? By)
{
    /// <summary>How many runs are under way.</summary>
    public int RunsUnderWay { get; init; }

    /// <summary>When the last message was sent, where <c>again</c> counts from it; else null.</summary>
    public Timestamp? SentAt { get; init; }

    /// <summary>From when on <c>again</c> lets it happen next; <see cref="Timestamp.Never"/>: not any more; null: at once, or it depends on the key.</summary>
    public Timestamp? AgainFrom { get; init; }

    /// <summary>How many keys had a message, where <c>again: once per key</c> remembers them.</summary>
    public int KeysSent { get; init; }

    /// <summary>The next time of its date or schedule; never without one.</summary>
    public Timestamp NextAt { get; init; } = Timestamp.Never;
}
