namespace Triggers.Language.Plan.Messaging;

/// <summary>In which time is counted. Exactly one of the two is there.</summary>
/// <param name="Length">Rolling: any such time, (t − length, t]; a day is 24 hours.</param>
/// <param name="Period">The calendar day, week or month.</param>
public sealed record WindowPlan(TimeSpan? Length, CalendarPeriod? Period);
