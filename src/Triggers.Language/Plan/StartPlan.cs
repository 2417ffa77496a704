namespace Triggers.Language.Plan;

/// <summary>What starts a trigger. Immutable; one of <see cref="StepsStart"/> and <see cref="MembershipStart"/>.</summary>
public abstract record StartPlan;
