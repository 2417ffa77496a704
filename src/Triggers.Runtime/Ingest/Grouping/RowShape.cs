using Triggers.Engine.Intake;
using Triggers.Language.Evaluation;
using Triggers.Language.Schema;
using Triggers.Model.Events;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>What each row adds to an event that is made of several: a record in its list of rows, and amounts to its sums.</summary>
internal sealed class RowShape
{
    /// <summary>Gives each field of a row's record a slot: the mapping's source field, else the same name.</summary>
    public RowShape(EventType type, RowGrouping group, SourceMapping mapping, SourceFieldNames names, FieldSelection selection)
    {
        Name = type.Name;
        Sums = SumsOf(type, group);
        List = group.Rows is null ? null : type.Record.Find(group.Rows);
        Record = List?.Type.Element?.Record;
        KeepsRows = List is not null && selection.Reads(type.Ordinal, List.Ordinal);
        var kept = new List<int>();
        Fields = new FieldShape[Record?.Fields.Count ?? 0];
        foreach (var field in Record?.Fields ?? [])
        {
            var isKept = KeepsRows && selection.ReadsOfElements(field.Name);
            if (isKept)
            {
                kept.Add(field.Ordinal);
            }

            Fields[field.Ordinal] = new(field, names.Add(mapping.Fields.GetValueOrDefault(field.Name, field.Name)), isKept || IsSummed(field));
        }

        Kept = [.. kept];
    }

    /// <summary>Name of the event type.</summary>
    public string Name { get; }

    /// <summary>The event's list of rows; null: it has none.</summary>
    public FieldDefinition? List { get; }

    /// <summary>The record of a row.</summary>
    public RecordType? Record { get; }

    /// <summary>True when anybody reads the list.</summary>
    public bool KeepsRows { get; }

    /// <summary>Ordinals of the fields that anybody reads of the list's records, ascending.</summary>
    public int[] Kept { get; }

    /// <summary>The fields of a row's record, their slots, and whether anybody wants their values.</summary>
    public FieldShape[] Fields { get; }

    /// <summary>The event's sums and what of a row is added to them.</summary>
    public SumShape[] Sums { get; }

    private static SumShape[] SumsOf(EventType type, RowGrouping group)
    {
        var sums = new List<SumShape>();
        foreach (var name in group.Sums.Keys)
        {
            if (type.Record.Find(name) is { } field)
            {
                sums.Add(new(field, group.Sums[name]));
            }
        }

        return [.. sums];
    }

    private bool IsSummed(FieldDefinition field) =>
        Array.Exists(Sums, sum => sum.Of.Fields.Any(used => used.Slot == EvaluationFrame.Event && used.Field.Ordinal == field.Ordinal));
}
