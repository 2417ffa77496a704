using System.Globalization;
using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Language.Workspaces.Yaml;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Catalogue;

/// <summary>One entry of <c>mapping:</c> → <see cref="SourceMapping"/>.</summary>
internal sealed class MappingReader(WorkspaceSettings settings, GroupReader groups, DiagnosticBag diagnostics)
{
    private static readonly string[] Needed = ["id", "type", "time", "customer"];
    private static readonly Dictionary<string, string> NoNames = [];
    private static readonly KeyValuePair<string, string>[] Subject = [new("customer", "subject")];

    /// <summary>How the records of a topic without a mapping are read: the envelope's attributes, the customer in <c>subject</c>.</summary>
    public SourceMapping CloudEvents(string topic) =>
        new(topic, SourceFormat.CloudEvents, "id", "type", NoNames, null, "time", null, settings.Zone, Subject, NoNames);

    /// <summary>Reads the mapping of the topic <paramref name="topic"/>, from which <paramref name="events"/> come.</summary>
    public SourceMapping Read(YamlScalar topic, YamlMapping mapping, IReadOnlyList<EventType> events)
    {
        var format = mapping.Text("format") switch { "json" => SourceFormat.Json, "csv" => SourceFormat.Csv, _ => SourceFormat.CloudEvents };
        if (format != SourceFormat.CloudEvents)
        {
            foreach (var key in Needed.Where(key => mapping.Entry(key) is null))
            {
                diagnostics.MappingLacks(topic, key, mapping.Text("format")!);
            }
        }

        var basis = CloudEvents(topic.Value);
        var type = mapping.Mapping("type");
        var time = mapping.Mapping("time");
        var customer = Pairs(mapping.Mapping("customer"));
        return new(
            topic.Value,
            format,
            mapping.Text("id") is { } id ? (id == "row" ? null : id) : basis.IdField,
            type is null ? mapping.Text("type") ?? basis.TypeField : type.Text("field"),
            TypeNames(type, topic.Value, events),
            Event(type?.Scalar("always"), topic.Value, events),
            mapping.Text("time") ?? time?.Text("field") ?? basis.TimeField,
            TimeFormat(time?.Scalar("format")),
            time?.Text("zone") ?? settings.Zone,
            customer.Length > 0 ? customer : basis.Customer,
            FieldNames(mapping.Mapping("fields"), topic.Value, events, GroupReader.RowFields(mapping.Mapping("group"), events)))
        {
            Group = groups.Read(topic.Value, mapping.Entry("group"), format, events),
        };
    }

    private static KeyValuePair<string, string>[] Pairs(YamlMapping? mapping)
    {
        var entries = (mapping?.Entries ?? []).Where(e => e.Value is YamlScalar).ToList();
        var pairs = new KeyValuePair<string, string>[entries.Count];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = new(entries[i].Name, ((YamlScalar)entries[i].Value).Value);
        }

        return pairs;
    }

    private Dictionary<string, string> TypeNames(YamlMapping? type, string topic, IReadOnlyList<EventType> events)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in type?.Mapping("names")?.Entries ?? [])
        {
            if (entry.Name.IndexOf(SourceMapping.AnyRest) is >= 0 and var star && star < entry.Name.Length - 1)
            {
                diagnostics.RestNotLast(entry.Key);
            }
            else if (Event(entry.Value as YamlScalar, topic, events) is { } name)
            {
                names[entry.Name] = name;
            }
        }

        return names;
    }

    private string? Event(YamlScalar? scalar, string topic, IReadOnlyList<EventType> events)
    {
        if (scalar is not null && events.All(e => e.Name != scalar.Value))
        {
            diagnostics.EventNotOfTopic(scalar, topic, [.. events.Select(e => e.Name)]);
        }

        return scalar?.Value;
    }

    private string? TimeFormat(YamlScalar? format)
    {
        if (format is null)
        {
            return null;
        }

        try
        {
            var sample = new DateTimeOffset(2019, 10, 1, 13, 14, 15, TimeSpan.Zero);
            var text = sample.ToString(format.Value, CultureInfo.InvariantCulture);
            if (format.Value.Length > 1 &&
                DateTimeOffset.TryParseExact(text, format.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) &&
                read.Date == sample.Date)
            {
                return format.Value;
            }
        }
        catch (FormatException)
        {
            // Reported like a format whose own output it cannot read.
        }

        diagnostics.WrongTimeFormat(format);
        return null;
    }

    private Dictionary<string, string> FieldNames(YamlMapping? fields, string topic, IReadOnlyList<EventType> events, IReadOnlyList<FieldDefinition> ofRows)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in fields?.Entries ?? [])
        {
            if (events.All(e => e.Record.Find(entry.Name) is not { Ordinal: >= EventType.FirstField }) && ofRows.All(f => f.Name != entry.Name))
            {
                var known = events.SelectMany(e => e.Record.Fields.Skip(EventType.FirstField)).Concat(ofRows).Select(f => f.Name).Distinct(StringComparer.Ordinal);
                diagnostics.FieldOfNoEvent(entry.Key, topic, [.. known]);
            }
            else if (entry.Value is YamlScalar source)
            {
                names[entry.Name] = source.Value;
            }
        }

        return names;
    }
}
