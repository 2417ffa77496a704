using Triggers.Model.Values;

namespace Triggers.Language.Evaluation;

/// <summary>Collects the fields of record variables that an expression reads, each once.</summary>
internal sealed class FieldUse
{
    private static readonly Comparer<VariableField> ByPlace =
        Comparer<VariableField>.Create((left, right) => left.Slot != right.Slot ? left.Slot.CompareTo(right.Slot) : left.Field.Ordinal.CompareTo(right.Field.Ordinal));

    private readonly List<VariableField> _fields = [];
    private readonly List<string> _elementFields = [];

    /// <summary>By slot and ordinal.</summary>
    public IReadOnlyList<VariableField> Sorted => [.. _fields];

    /// <summary>Names of the fields of records in lists.</summary>
    public IReadOnlyList<string> ElementFields => [.. _elementFields];

    public void Add(int slot, FieldDefinition field)
    {
        var used = new VariableField(slot, field);
        var place = _fields.BinarySearch(used, ByPlace);
        if (place < 0)
        {
            _fields.Insert(~place, used);
        }
    }

    /// <summary>The whole record is used: all its fields may be read.</summary>
    public void AddAll(int slot, RecordType record)
    {
        foreach (var field in record.Fields)
        {
            Add(slot, field);
            AddElements(field.Type);
        }
    }

    /// <summary>A field of the records in a list.</summary>
    public void AddElement(string field)
    {
        if (!_elementFields.Contains(field))
        {
            _elementFields.Add(field);
        }
    }

    /// <summary>The whole list is used: when it is one of records, all their fields may be read.</summary>
    public void AddElements(DataType list)
    {
        foreach (var field in list.Element?.Record?.Fields ?? [])
        {
            AddElement(field.Name);
        }
    }
}
