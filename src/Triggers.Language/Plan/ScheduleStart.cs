using Triggers.Language.Calendars;

namespace Triggers.Language.Plan;

/// <summary>A schedule comes round for the customers of a segment.</summary>
/// <param name="Schedule">When.</param>
/// <param name="Over">Position of the segment in <see cref="WorkspacePlan.Memberships"/>.</param>
/// <param name="InCustomerZone">Whose clock.</param>
public sealed record ScheduleStart(CronSchedule Schedule, int Over, bool InCustomerZone) : CalendarStart(InCustomerZone);
