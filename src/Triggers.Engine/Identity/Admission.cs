using Triggers.Engine.State;
using Triggers.Model.Events;
using Triggers.Model.Time;

namespace Triggers.Engine.Identity;

/// <summary>
/// The first stage: is the event new to the customer, and in time? Remembers the id of every event that is, and who the customer is.
/// </summary>
internal static class Admission
{
    /// <summary>The event's fate at log time <paramref name="now"/>; its time is clamped already.</summary>
    public static EventFate Admit(CustomerState state, CustomerEvent candidate, Timestamp now)
    {
        if (candidate.Customer != state.Customer)
        {
            throw new InvalidOperationException($"An event of customer {candidate.Customer} reached the state of {state.Customer}.");
        }

        var hash = RecentEvents.HashOf(candidate.IdBytes);
        if (state.Recent.Contains(hash))
        {
            return EventFate.Duplicate;
        }

        state.Recent.Add(hash);
        if (state.IdentifierKind.Length == 0)
        {
            state.Identifier = candidate.Identifier;
        }

        return candidate.EventType.Lateness is { } lateness && now - candidate.Time > lateness ? EventFate.Late : EventFate.Applied;
    }
}
