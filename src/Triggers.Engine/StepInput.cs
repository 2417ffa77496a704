using Triggers.Engine.Leases;
using Triggers.Model.Events;
using Triggers.Model.Time;

namespace Triggers.Engine;

/// <summary>What touches a customer in one step.</summary>
/// <param name="Event">The event, or null when only time passes.</param>
/// <param name="Now">The partition's clock: log time of the record, or the largest seen before it.</param>
/// <param name="TimerLimit">With no event: fire at most so many timers, and those of the same instant as the last of them, whose candidates compete. With an event all due timers fire first, whatever this says.</param>
public readonly record struct StepInput(CustomerEvent? Event, Timestamp Now, int TimerLimit)
{
    /// <summary>What the customer's partition may spend and give out, which the step draws on; null: nothing.</summary>
    public LeaseBook? Leases { get; init; }
}
