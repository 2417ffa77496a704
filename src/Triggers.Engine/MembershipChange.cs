using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine;

/// <summary>The customer came into a segment or stage, or left it.</summary>
/// <param name="Membership">What it is.</param>
/// <param name="Ordinal">Its position in the plan.</param>
/// <param name="Entered">True: came in; false: left.</param>
/// <param name="Customer">Whose change it is.</param>
/// <param name="At">Customer time at which it happened.</param>
public readonly record struct MembershipChange(MembershipPlan Membership, int Ordinal, bool Entered, CustomerKey Customer, Timestamp At);
