using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>Collects the fields of record variables that an expression reads.</summary>
internal sealed class FieldUse
{
    private readonly HashSet<VariableField> _fields = [];

    /// <summary>By slot and ordinal.</summary>
    public IReadOnlyList<VariableField> Sorted => [.. _fields.OrderBy(f => f.Slot).ThenBy(f => f.Field.Ordinal)];

    public void Add(int slot, FieldDefinition field) => _fields.Add(new(slot, field));

    /// <summary>The whole record is used: all its fields may be read.</summary>
    public void AddAll(int slot, RecordType record)
    {
        foreach (var field in record.Fields)
        {
            Add(slot, field);
        }
    }
}
