using Triggers.Model.Time;

namespace Triggers.Engine.Portraits;

/// <summary>One run under way, in words.</summary>
/// <param name="Trigger">Name of its trigger; null when the workspace does not have it any more.</param>
/// <param name="Key">Its key; empty when the trigger has none.</param>
/// <param name="Cause">What (re)started it: <c>event e17</c>, <c>leaving loyal by time alone</c>, <c>the calendar</c>.</param>
/// <param name="StartedAt">When.</param>
/// <param name="LaterEvents">Ids of the events that took it on since, in their order.</param>
/// <param name="Waits">What it waits for: <c>waits for step 2 of 3: product.viewed within 2d</c>.</param>
/// <param name="Deadline">When that is over.</param>
/// <param name="AtDeadline">What happens then, unless something else has happened before: <c>the message is decided</c>.</param>
public sealed record RunPortrait(
    string? Trigger, string Key, string Cause, Timestamp StartedAt, IReadOnlyList<string> LaterEvents, string Waits, Timestamp Deadline, string AtDeadline);
