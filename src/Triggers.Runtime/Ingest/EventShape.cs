using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Model.Events;
using Triggers.Model.Values;
using Triggers.Runtime.Ingest.Fields;
using Triggers.Runtime.Ingest.Grouping;

namespace Triggers.Runtime.Ingest;

/// <summary>An event type with the slots its declared fields are read from.</summary>
internal sealed class EventShape
{
    /// <summary>Gives each declared field of <paramref name="type"/> a slot: the mapping's source field, else the same name.</summary>
    public EventShape(EventType type, SourceMapping mapping, SourceFieldNames names, FieldSelection selection)
    {
        Type = type;
        Row = mapping.Group is { } group ? new(type, group, mapping, names, selection) : null;
        var fields = new List<FieldShape>();
        foreach (var field in type.Record.Fields)
        {
            if (field.Ordinal >= EventType.FirstField && !IsOfRows(field))
            {
                fields.Add(new(field, names.Add(mapping.Fields.GetValueOrDefault(field.Name, field.Name)), selection.Reads(type.Ordinal, field.Ordinal)));
            }
        }

        Fields = [.. fields];
    }

    /// <summary>The event type.</summary>
    public EventType Type { get; }

    /// <summary>What each row adds to it; null when every record is an event of its own.</summary>
    public RowShape? Row { get; }

    /// <summary>Its declared fields but those that come of all its rows together, their slots, and whether anybody wants their values.</summary>
    public FieldShape[] Fields { get; }

    private bool IsOfRows(FieldDefinition field) => Row is not null && (field == Row.List || Array.Exists(Row.Sums, sum => sum.Field == field));
}
