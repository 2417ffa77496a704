namespace Triggers.Language.Plan;

/// <summary>A time of the calendar comes. Immutable; <see cref="DateStart"/> or <see cref="ScheduleStart"/>.</summary>
/// <param name="InCustomerZone">True: by the customer's clock; false: by the workspace's.</param>
public abstract record CalendarStart(bool InCustomerZone) : StartPlan;
