using Triggers.Model.Values;

namespace Triggers.Model.Events;

/// <summary>One type of the event catalogue. Immutable; belongs to one plan.</summary>
/// <param name="Name">For instance <c>cart.updated</c>.</param>
/// <param name="Ordinal">Position in the catalogue; belongs to one plan and is never stored.</param>
/// <param name="Topic">The source topic it comes from.</param>
/// <param name="Record">
/// What rules see as <c>event</c>: first the envelope (<see cref="IdOrdinal"/>, <see cref="TimeOrdinal"/>, <see cref="TypeOrdinal"/>), then the declared fields.
/// </param>
/// <param name="Lateness">Log time minus event time up to which an event is in time; null: never late.</param>
public sealed record EventType(string Name, int Ordinal, string Topic, RecordType Record, TimeSpan? Lateness)
{
    /// <summary>Ordinal of <c>event.id</c> (string).</summary>
    public const int IdOrdinal = 0;

    /// <summary>Ordinal of <c>event.time</c> (timestamp: event time, clamped to the log time).</summary>
    public const int TimeOrdinal = 1;

    /// <summary>Ordinal of <c>event.type</c> (string).</summary>
    public const int TypeOrdinal = 2;

    /// <summary>Ordinal of the first declared field.</summary>
    public const int FirstField = 3;
}
