using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles;

/// <summary>What rules see as <c>customer</c>: identifier and traits, read from the state when asked for. One serves all steps of an engine.</summary>
internal sealed class CustomerRecord(WorkspacePlan plan) : RecordValue
{
    private CustomerState? _state;

    /// <inheritdoc/>
    public override RecordType Type => plan.Customer;

    /// <inheritdoc/>
    public override Value this[int ordinal] => ordinal switch
    {
        WorkspacePlan.CustomerIdOrdinal => TextOf(_state?.Identifier?.Value),
        WorkspacePlan.CustomerKindOrdinal => TextOf(_state?.Identifier?.Kind),
        _ => TraitOf(plan.Traits[ordinal - WorkspacePlan.FirstTrait]),
    };

    /// <summary>Shows the customer of this state from here on.</summary>
    public void Show(CustomerState state) => _state = state;

    private static Value TextOf(string? text) => text is null ? Value.Absent : Value.Of(text);

    private Value TraitOf(TraitPlan trait) =>
        _state is not null && _state.Traits.TryGet(trait.Id, out var slot) ? slot.Value.As(trait.Field.Type) : Value.Absent;
}
