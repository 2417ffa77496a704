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
        Sums = [.. group.Sums.Where(sum => type.Record.Find(sum.Key) is not null).Select(sum => (type.Record.Find(sum.Key)!, sum.Value))];
        List = group.Rows is null ? null : type.Record.Find(group.Rows);
        Record = List?.Type.Element?.Record;
        KeepsRows = List is not null && selection.Reads(type.Ordinal, List.Ordinal);
        var summed = Sums.SelectMany(sum => sum.Of.Fields).Where(field => field.Slot == EvaluationFrame.Event).Select(field => field.Field.Ordinal).ToHashSet();
        Kept = [.. (Record?.Fields ?? []).Where(f => KeepsRows && selection.ReadsOfElements(f.Name)).Select(f => f.Ordinal)];
        Fields = [.. (Record?.Fields ?? []).Select(f => new FieldShape(f, names.Add(mapping.Fields.GetValueOrDefault(f.Name, f.Name)), Kept.Contains(f.Ordinal) || summed.Contains(f.Ordinal)))];
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
    public (FieldDefinition Field, CompiledExpression Of)[] Sums { get; }
}
