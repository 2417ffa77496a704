namespace Triggers.Language.Workspaces.Values;

/// <summary>A local time in a rule test.</summary>
/// <param name="Date">The calendar day; null: counted in days.</param>
/// <param name="Day">From 1, the first day of the test; 0 when there is a date.</param>
/// <param name="Time">Time of the day, to the second.</param>
public readonly record struct TestMoment(DateOnly? Date, int Day, TimeOnly Time);
