using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles;

/// <summary>
/// What rules see as <c>customer</c>: identifier, segments, stage and traits, read from the state when asked for, at the customer's time. One serves all steps of an engine.
/// </summary>
internal sealed class CustomerRecord(WorkspacePlan plan, Profile profile) : RecordValue
{
    private readonly int[] _traits = TraitsByOrdinal(plan);
    private CustomerState? _state;

    /// <inheritdoc/>
    public override RecordType Type => plan.Customer;

    /// <inheritdoc/>
    public override Value this[int ordinal] => _state is null ? Value.Absent : ordinal switch
    {
        WorkspacePlan.CustomerIdOrdinal => _state.Identifier is { } identifier ? Value.Of(identifier.Value) : Value.Absent,
        WorkspacePlan.CustomerKindOrdinal => _state.Identifier is { } identifier ? Value.Of(identifier.Kind) : Value.Absent,
        WorkspacePlan.CustomerSegmentsOrdinal => Segments(_state),
        WorkspacePlan.CustomerStageOrdinal => Stage(_state),
        _ when _traits[ordinal] is var trait and >= 0 => profile.Read(_state, trait),
        _ => Value.Absent,
    };

    /// <summary>Shows the customer of this state from here on.</summary>
    public void Show(CustomerState state) => _state = state;

    /// <summary>A field without a trait is one whose kind cannot run yet.</summary>
    private static int[] TraitsByOrdinal(WorkspacePlan plan)
    {
        var places = new int[plan.Customer.Fields.Count];
        Array.Fill(places, -1);
        foreach (var (index, trait) in plan.Traits.Index())
        {
            places[trait.Field.Ordinal] = index;
        }

        return places;
    }

    private Value Segments(CustomerState state) => Value.OfList(
        [.. plan.Memberships.Where(m => m.Kind == MembershipKind.Segment && state.Memberships.Contains(m.Id)).Select(m => Value.Of(m.Name))]);

    private Value Stage(CustomerState state) =>
        plan.Memberships.FirstOrDefault(m => m.Kind == MembershipKind.Stage && state.Memberships.Contains(m.Id)) is { } stage ? Value.Of(stage.Name) : Value.Absent;
}
