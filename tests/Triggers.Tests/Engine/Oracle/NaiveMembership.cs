using Triggers.Language.Plan;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>A segment, a stage or a crossing.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Name">Its name, of a crossing that of the trigger.</param>
/// <param name="Condition">Over the customer.</param>
internal sealed record NaiveMembership(MembershipKind Kind, string Name, Condition Condition)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Name}: {Condition}";
}
