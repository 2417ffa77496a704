namespace Triggers.Language.Plan;

/// <summary>The customer comes into a segment or stage, leaves it, or a condition becomes true.</summary>
/// <param name="Membership">Position in <see cref="WorkspacePlan.Memberships"/>.</param>
/// <param name="Leaves">True: when it ceases.</param>
public sealed record MembershipStart(int Membership, bool Leaves) : StartPlan;
