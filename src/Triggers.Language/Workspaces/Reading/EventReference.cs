using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading;

/// <summary>Names of events and of their fields → what the catalogue declares.</summary>
internal sealed class EventReference(EventCatalogue catalogue, DiagnosticBag diagnostics)
{
    private readonly string[] _names = [.. catalogue.Types.Select(t => t.Name)];

    /// <summary>The event type that <paramref name="name"/> names; null after a report, or when there is no name.</summary>
    public EventType? Event(YamlScalar? name)
    {
        if (name is null)
        {
            return null;
        }

        var type = catalogue.Find(name.Value);
        if (type is null)
        {
            diagnostics.UnknownEvent(name, _names);
        }

        return type;
    }

    /// <summary>The field that <c>event.field</c> names; null after a report, or when there is no text.</summary>
    public (EventType Event, FieldDefinition Field)? Field(YamlScalar? path)
    {
        if (path is null)
        {
            return null;
        }

        var dot = path.Value.LastIndexOf('.');
        if (dot <= 0 || catalogue.Find(path.Value[..dot]) is not { } type)
        {
            diagnostics.UnknownEventOfField(path, _names);
            return null;
        }

        var field = type.Record.Find(path.Value[(dot + 1)..]);
        if (field is null)
        {
            diagnostics.UnknownField(path, dot + 1, type);
            return null;
        }

        return (type, field);
    }
}
