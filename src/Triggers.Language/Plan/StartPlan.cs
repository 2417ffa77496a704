namespace Triggers.Language.Plan;

/// <summary>What starts a trigger. Immutable; one of <see cref="StepsStart"/>, <see cref="MembershipStart"/> and <see cref="CalendarStart"/>.</summary>
public abstract record StartPlan;
