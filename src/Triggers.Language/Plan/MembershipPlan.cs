using Triggers.Language.Evaluation;
using Triggers.Model;

namespace Triggers.Language.Plan;

/// <summary>A condition over a customer that is followed: becoming true and ceasing to be so are events. Immutable.</summary>
/// <param name="Kind">Segment, stage or crossing.</param>
/// <param name="Name">Name of the segment or stage; of a crossing the trigger's.</param>
/// <param name="Condition">Over <c>customer</c>.</param>
public sealed record MembershipPlan(MembershipKind Kind, string Name, CompiledExpression Condition)
{
    /// <summary>Identity in state blobs.</summary>
    public StableId Id { get; } = StableId.Of(Kind switch
    {
        MembershipKind.Segment => Name,
        MembershipKind.Stage => "stage " + Name,
        _ => "crossing " + Name,
    });
}
