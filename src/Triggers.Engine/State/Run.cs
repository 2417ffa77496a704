using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>One waiting instance of a trigger. Immutable: a restart makes another one.</summary>
/// <param name="Trigger">Stable id of the trigger's name: survives new versions of the rules.</param>
/// <param name="Key">The business key as text; empty when the trigger has none.</param>
/// <param name="CauseEventId">The event that (re)started it.</param>
/// <param name="StartedAt">Event time of that event.</param>
/// <param name="Deadline">When it fires.</param>
/// <param name="Captured">What is kept of that event, ascending by id.</param>
internal sealed record Run(StableId Trigger, string Key, string CauseEventId, Timestamp StartedAt, Timestamp Deadline, IReadOnlyList<FieldSlot> Captured)
{
    /// <summary>The order in which runs fire: deadline, trigger, key, start, cause. Runs that are equal in all of these fire in the order in which they began.</summary>
    public static int CompareFiring(Run left, Run right)
    {
        var order = left.Deadline.CompareTo(right.Deadline);
        order = order != 0 ? order : left.Trigger.Value.CompareTo(right.Trigger.Value);
        order = order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
        order = order != 0 ? order : left.StartedAt.CompareTo(right.StartedAt);
        return order != 0 ? order : string.CompareOrdinal(left.CauseEventId, right.CauseEventId);
    }

    /// <summary>True for a run of this trigger and, unless <paramref name="key"/> is null, of this key.</summary>
    public bool Is(StableId trigger, string? key) => Trigger == trigger && (key is null || string.Equals(Key, key, StringComparison.Ordinal));
}
