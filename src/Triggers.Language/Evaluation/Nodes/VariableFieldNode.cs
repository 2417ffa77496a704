using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>A field of a record variable, by ordinal: <c>event.value</c>.</summary>
internal sealed class VariableFieldNode(int slot, string variable, FieldDefinition definition) : Node
{
    public int Slot => slot;

    public FieldDefinition Field => definition;

    private readonly Value _absent = Errors.NoSuchField(definition.Name);
    private readonly Value _unset = Errors.NoSuchVariable(variable);

    public override Value Evaluate(EvaluationFrame frame)
    {
        ref var record = ref frame[slot];
        if (record.Kind != ValueKind.Record)
        {
            return record.IsPresent ? Errors.Of(record) : _unset;
        }

        var value = record.AsRecord[definition.Ordinal];
        return value.IsPresent ? value : _absent;
    }
}
