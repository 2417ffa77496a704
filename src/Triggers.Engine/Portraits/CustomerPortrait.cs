using Triggers.Engine.Profiles;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.Portraits;

/// <summary>
/// One customer as the rules know them, with the names of the workspace: for people who ask why, and why not. What the workspace does not have any more is left out, but
/// runs. Immutable.
/// </summary>
/// <param name="Key">The customer's key.</param>
/// <param name="Identifier">The customer as the source knows them; null when no event of theirs concerned any rule.</param>
/// <param name="Time">The time it shows.</param>
public sealed record CustomerPortrait(CustomerKey Key, Identifier? Identifier, Timestamp Time)
{
    /// <summary>Every trait, in the order of the workspace, those that say nothing included.</summary>
    public IReadOnlyList<TraitPortrait> Traits { get; private init; } = [];

    /// <summary>The segments the customer is in, in the order of the workspace.</summary>
    public IReadOnlyList<MembershipPortrait> Segments { get; private init; } = [];

    /// <summary>The customer's stage; null when none holds.</summary>
    public MembershipPortrait? Stage { get; private init; }

    /// <summary>When time alone may change segments and stage next; never when it cannot.</summary>
    public Timestamp JudgedAt { get; private init; } = Timestamp.Never;

    /// <summary>Runs under way, in the order in which they are due.</summary>
    public IReadOnlyList<RunPortrait> Runs { get; private init; } = [];

    /// <summary>Every trigger, in the order of the workspace, those that have done nothing included.</summary>
    public IReadOnlyList<TriggerPortrait> Triggers { get; private init; } = [];

    /// <summary>The customer at the time that last touched them.</summary>
    public static CustomerPortrait Of(WorkspacePlan plan, CustomerState state) => Of(plan, state, state.Clock);

    /// <summary>
    /// The customer at <paramref name="at"/>, or at the time that last touched them when that is later. Nothing may be due before: windows are looked at from there, timers do
    /// not fire.
    /// </summary>
    public static CustomerPortrait Of(WorkspacePlan plan, CustomerState state, Timestamp at)
    {
        var shown = StateCodec.Decode(state.Customer, StateCodec.Encode(state));
        shown.Clock = Timestamp.Max(state.Clock, at);
        var profile = new Profile(plan, new StepFrame());
        return new(shown.Customer, shown.Identifier, shown.Clock)
        {
            Traits = [.. plan.Traits.Select((trait, i) => new TraitPortrait(trait.Name, profile.Read(shown, i), profile.ChangesAfter(shown, i)))],
            Segments = [.. Memberships(plan, shown, MembershipKind.Segment)],
            Stage = Memberships(plan, shown, MembershipKind.Stage).FirstOrDefault(),
            JudgedAt = shown.Memberships.ChangesAt,
            Runs = [.. Enumerable.Range(0, shown.Runs.Count).Select(i => RunWords.Describe(plan, shown.Heap, shown.Runs[i]))],
            Triggers = [.. plan.Triggers.Select(trigger => TriggerWords.Describe(plan, shown, trigger))],
        };
    }

    private static IEnumerable<MembershipPortrait> Memberships(WorkspacePlan plan, CustomerState state, MembershipKind kind) =>
        from followed in plan.Memberships
        where followed.Kind == kind && state.Memberships.Contains(followed.Id)
        select new MembershipPortrait(followed.Name, state.Memberships.SinceOf(followed.Id)!.Value);
}
