using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Reading.Expressions;
using Triggers.Language.Workspaces.Values;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Catalogue;

/// <summary><c>events.yaml</c> → event types and source mappings.</summary>
internal sealed class CatalogueReader(WorkspaceSettings settings, Conditions conditions, DiagnosticBag diagnostics)
{
    private static readonly FieldDefinition[] Envelope =
    [
        new("id", EventType.IdOrdinal, DataType.String, Optional: false),
        new("time", EventType.TimeOrdinal, DataType.Timestamp, Optional: false),
        new("type", EventType.TypeOrdinal, DataType.String, Optional: false),
    ];

    /// <summary>The catalogue, as far as it could be read.</summary>
    public EventCatalogue Read(YamlMapping? root)
    {
        var types = new FieldTypes(root?.Mapping("types"), diagnostics);
        var events = new List<EventType>();
        foreach (var entry in root?.Mapping("events")?.Entries ?? [])
        {
            if (Names.IsEventName(entry.Name))
            {
                events.Add(Event(entry, events.Count, types));
            }
        }

        return new(settings.Currency, events, Sources(root?.Mapping("mapping"), events));
    }

    private static EventType Event(YamlEntry entry, int ordinal, FieldTypes types)
    {
        var definition = entry.Value as YamlMapping;
        var fields = types.Fields(definition?.Mapping("fields"), Envelope);
        TimeSpan? lateness = DurationText.TryParse(definition?.Text("lateness") ?? "", out var late) ? late : null;
        return new(entry.Name, ordinal, definition?.Text("from") ?? "", new(entry.Name, fields), lateness);
    }

    private List<SourceMapping> Sources(YamlMapping? mappings, List<EventType> events)
    {
        var sources = new List<SourceMapping>();
        var reader = new MappingReader(settings, new(conditions, diagnostics), diagnostics);
        foreach (var entry in mappings?.Entries ?? [])
        {
            var ofTopic = events.Where(e => e.Topic == entry.Name).ToList();
            if (ofTopic.Count == 0)
            {
                diagnostics.MappingWithoutEvents(entry.Key, [.. events.Select(e => e.Topic).Where(t => t.Length > 0).Distinct()]);
            }
            else if (entry.Value is YamlMapping mapping)
            {
                sources.Add(reader.Read(entry.Key, mapping, ofTopic));
            }
        }

        var mapped = sources.Select(s => s.Topic).ToHashSet(StringComparer.Ordinal);
        sources.AddRange(events.Select(e => e.Topic).Where(t => t.Length > 0).Distinct().Where(t => !mapped.Contains(t)).Select(reader.CloudEvents));
        return sources;
    }
}
