namespace Triggers.Language.Plan;

/// <summary>What being in or out of a condition means.</summary>
public enum MembershipKind
{
    /// <summary>A segment: any number of them hold at a time.</summary>
    Segment,

    /// <summary>A stage: the first that holds is the customer's, the others are not.</summary>
    Stage,

    /// <summary>The condition of a trigger that starts when it becomes true.</summary>
    Crossing,
}
