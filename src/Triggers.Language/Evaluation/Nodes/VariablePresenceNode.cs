using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary><c>has()</c> of a field of a record variable, by ordinal: <c>has(event.coupon)</c>.</summary>
internal sealed class VariablePresenceNode(int slot, string variable, FieldDefinition definition) : Node
{
    private readonly Value _unset = Errors.NoSuchVariable(variable);

    public int Slot => slot;

    public FieldDefinition Field => definition;

    public override Value Evaluate(EvaluationFrame frame)
    {
        ref var record = ref frame[slot];
        return record.Kind == ValueKind.Record ? Value.Of(record.AsRecord[definition.Ordinal].IsPresent) : record.IsPresent ? Errors.Of(record) : _unset;
    }
}
