namespace Triggers.Language.Functions;

/// <summary>The parts of a time that <c>getFullYear()</c> and its sisters read; all count from 0 except <see cref="Date"/> and the year.</summary>
internal enum TimePart
{
    FullYear,
    Month,
    Date,
    DayOfMonth,
    DayOfWeek,
    DayOfYear,
    Hours,
    Minutes,
    Seconds,
    Milliseconds,
}
