using Triggers.Language.Schema;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Tests.Support;

/// <summary>Builds event catalogues by hand, without workspace text.</summary>
public sealed class CatalogueBuilder
{
    private readonly List<EventType> _types = [];
    private readonly List<SourceMapping> _sources = [];

    /// <summary>Adds a type; fields are <c>name</c> or <c>name?</c> with their types.</summary>
    public CatalogueBuilder Event(string name, string topic, params (string Name, DataType Type)[] fields)
    {
        List<FieldDefinition> all = [new("id", 0, DataType.String, false), new("time", 1, DataType.Timestamp, false), new("type", 2, DataType.String, false)];
        all.AddRange(fields.Select((f, i) => new FieldDefinition(f.Name.TrimEnd('?'), EventType.FirstField + i, f.Type, f.Name.EndsWith('?'))));
        _types.Add(new(name, _types.Count, topic, new(name, all), null));
        return this;
    }

    /// <summary>Adds a source that carries CloudEvents.</summary>
    public CatalogueBuilder CloudEvents(string topic, params (string Kind, string Field)[] customer) => Source(Mapping(topic, SourceFormat.CloudEvents, customer));

    /// <summary>Adds a source of plain JSON with the fields <c>id</c>, <c>type</c>, <c>time</c>.</summary>
    public CatalogueBuilder Json(string topic, params (string Kind, string Field)[] customer) => Source(Mapping(topic, SourceFormat.Json, customer));

    /// <summary>Adds a source.</summary>
    public CatalogueBuilder Source(SourceMapping mapping)
    {
        _sources.Add(mapping);
        return this;
    }

    /// <summary>The catalogue of a workspace in euro.</summary>
    public EventCatalogue Build() => new("EUR", _types, _sources);

    /// <summary>A mapping with the fields <c>id</c>, <c>type</c>, <c>time</c> and zone UTC.</summary>
    public static SourceMapping Mapping(string topic, SourceFormat format, params (string Kind, string Field)[] customer) => new(
        topic, format, "id", "type", new Dictionary<string, string>(), null, "time", null, "Etc/UTC",
        [.. customer.Select(c => new KeyValuePair<string, string>(c.Kind, c.Field))], new Dictionary<string, string>());
}
