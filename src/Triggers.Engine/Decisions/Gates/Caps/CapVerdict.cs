using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Caps;

/// <summary>What the caps say to one message on one channel.</summary>
/// <param name="Cap">The cap that decides; null: all have room.</param>
/// <param name="Count">How many it counts already.</param>
/// <param name="Outcome">What happens now; without a meaning when there is room.</param>
/// <param name="RoomAt">When all caps have room again; null when they have it now, never will, or nobody waits for it.</param>
internal readonly record struct CapVerdict(CapPlan? Cap, int Count, CapOutcome Outcome, Timestamp? RoomAt)
{
    /// <summary>All have room.</summary>
    public static CapVerdict Pass => default;

    /// <summary>Whether the message may be delivered at this time.</summary>
    public bool Passes => Cap is null;
}
