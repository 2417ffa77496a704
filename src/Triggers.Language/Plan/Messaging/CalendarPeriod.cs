namespace Triggers.Language.Plan.Messaging;

/// <summary>A stretch of the calendar, from midnight to midnight in a time zone. A week begins on Monday.</summary>
public enum CalendarPeriod
{
    /// <summary>A day: 23, 24 or 25 hours.</summary>
    Day,

    /// <summary>Monday to Sunday (ISO 8601).</summary>
    Week,

    /// <summary>From the first of the month to its last day.</summary>
    Month,
}
