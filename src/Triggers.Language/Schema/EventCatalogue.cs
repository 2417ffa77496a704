using Triggers.Model.Events;

namespace Triggers.Language.Schema;

/// <summary>The event types of a workspace and how each source topic maps to them. Immutable.</summary>
public sealed class EventCatalogue
{
    private readonly Dictionary<string, EventType> _byName;
    private readonly Dictionary<string, SourceMapping> _byTopic;

    /// <summary>A catalogue of these types (ordinals 0, 1, 2 …) and sources.</summary>
    public EventCatalogue(string currency, IReadOnlyList<EventType> types, IReadOnlyList<SourceMapping> sources)
    {
        Currency = currency;
        Types = types;
        Sources = sources;
        _byName = types.ToDictionary(t => t.Name, StringComparer.Ordinal);
        _byTopic = sources.ToDictionary(s => s.Topic, StringComparer.Ordinal);
    }

    /// <summary>The workspace's currency (ISO 4217): of amounts that name none.</summary>
    public string Currency { get; }

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<EventType> Types { get; }

    /// <summary>One a source topic, in the order of the file.</summary>
    public IReadOnlyList<SourceMapping> Sources { get; }

    /// <summary>The type of this name, or null.</summary>
    public EventType? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>How records of this topic are read, or null when no event comes from it.</summary>
    public SourceMapping? Source(string topic) => _byTopic.GetValueOrDefault(topic);
}
