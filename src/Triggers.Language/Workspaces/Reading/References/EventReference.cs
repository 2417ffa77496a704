using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.References;

/// <summary>Names of events and of their fields → what the catalogue declares.</summary>
internal sealed class EventReference(EventCatalogue catalogue, DiagnosticBag diagnostics)
{
    /// <summary>The names of all events; empty only when the catalogue is missing or unreadable, which is reported once and not at every name.</summary>
    public IReadOnlyList<string> Names { get; } = [.. catalogue.Types.Select(t => t.Name)];

    /// <summary>The event type that <paramref name="name"/> names; null after a report, or when there is no name.</summary>
    public EventType? Event(YamlScalar? name)
    {
        if (name is null)
        {
            return null;
        }

        var type = catalogue.Find(name.Value);
        if (type is null && Names.Count > 0)
        {
            diagnostics.UnknownEvent(name, Names);
        }

        return type;
    }

    /// <summary>
    /// The field that <c>event.field</c> names, perhaps inside records and lists (<c>order.placed.items.sku</c>); null after a report, or when there is no text.
    /// </summary>
    public EventField? Field(YamlScalar? path)
    {
        if (path is null)
        {
            return null;
        }

        for (var dot = path.Value.LastIndexOf('.'); dot > 0; dot = path.Value.LastIndexOf('.', dot - 1))
        {
            if (catalogue.Find(path.Value[..dot]) is { } type)
            {
                return Walk(path, dot + 1, type);
            }
        }

        if (Names.Count > 0)
        {
            diagnostics.UnknownEventOfField(path, Names);
        }

        return null;
    }

    private EventField? Walk(YamlScalar path, int start, EventType type)
    {
        var record = type.Record;
        var throughList = false;
        var walked = new List<FieldDefinition>(1);
        while (true)
        {
            var end = path.Value.IndexOf('.', start);
            end = end < 0 ? path.Value.Length : end;
            if (record.Find(path.Value[start..end]) is not { } field)
            {
                diagnostics.UnknownField(path, start, end - start, record);
                return null;
            }

            walked.Add(field);
            if (end == path.Value.Length)
            {
                return new(type, new(walked, field.Type), throughList);
            }

            var inner = field.Type;
            for (; inner.Kind == DataTypeKind.List; inner = inner.Element!)
            {
                throughList = true;
            }

            if (inner.Record is null)
            {
                diagnostics.NoFieldsInside(path, start, end - start, field.Type);
                return null;
            }

            record = inner.Record;
            start = end + 1;
        }
    }
}
