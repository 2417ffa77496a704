using System.Text;
using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Language.Text;
using Triggers.Model.Events;
using Triggers.Runtime.Ingest.CloudEvents;
using Triggers.Runtime.Ingest.Fields;
using Triggers.Runtime.Ingest.Grouping;
using Triggers.Runtime.Ingest.Times;

namespace Triggers.Runtime.Ingest;

/// <summary>
/// A source mapping made ready for decoding: every source field that anything reads has a slot, every event type knows the slots of its fields. Belongs to one decoder; not
/// thread-safe.
/// </summary>
public sealed class SourceShape
{
    private static readonly Comparer<string> ByNameLength = Comparer<string>.Create((left, right) => left.Length.CompareTo(right.Length));

    private readonly List<TypeName> _types = [];
    private readonly TypeName[][] _typesByLength;
    private readonly TypeName[] _beginnings;
    private readonly SourceFieldNames _fields = new();

    internal SourceShape(SourceMapping mapping, EventCatalogue catalogue, FieldSelection selection, EventComposer composer)
    {
        Mapping = mapping;
        var enveloped = mapping.Format == SourceFormat.CloudEvents;
        IdSlot = enveloped || mapping.IdField is null ? -1 : _fields.Add(mapping.IdField);
        TypeSlot = enveloped || mapping.TypeField is null ? -1 : _fields.Add(mapping.TypeField);
        TimeSlot = enveloped ? -1 : _fields.Add(mapping.TimeField);
        CustomerSlots = new int[mapping.Customer.Count];
        for (var i = 0; i < CustomerSlots.Length; i++)
        {
            CustomerSlots[i] = _fields.Add(mapping.Customer[i].Value);
        }

        Types = [.. catalogue.Types.Where(t => t.Topic == mapping.Topic).Select(t => new EventShape(t, mapping, _fields, selection))];
        BySlot = mapping.Group is null ? -1 : _fields.Add(mapping.Group.By);
        Groups = mapping.Group is null ? null : new(composer, mapping.Group.Within, new([BySlot, TimeSlot, TypeSlot, .. CustomerSlots]));
        _beginnings = AddNames(mapping.TypeNames);
        _typesByLength = ByLength(_types);
        Always = mapping.AlwaysType is null ? null : Find(mapping.AlwaysType);
        Time = new TimeReader(mapping.TimeFormat, mapping.TimeZone);
        Layouts = new(CustomerSlots is [var customer, ..] ? customer : -1, composer.Identifiers);
        Envelope = enveloped ? new CloudEventEnvelope(mapping.Customer.Select(c => c.Value)) : null;
    }

    /// <summary>The mapping it was made of.</summary>
    public SourceMapping Mapping { get; }

    /// <summary>The source fields that anything reads, in the order of their slots.</summary>
    public IReadOnlyList<string> Names => _fields.Names;

    /// <summary>Source fields without which no record can become an event; of a CSV file's header it lacks these mean a wrong file or mapping, not bad rows.</summary>
    public IEnumerable<string> Indispensable => new[] { IdSlot, TypeSlot, TimeSlot, BySlot }.Where(s => s >= 0).Select(s => Names[s]);

    internal int IdSlot { get; }

    internal int TypeSlot { get; }

    internal int TimeSlot { get; }

    internal int[] CustomerSlots { get; }

    internal int BySlot { get; }

    /// <summary>Events that are made of several rows; null when every record is one.</summary>
    internal RowGroups? Groups { get; }

    internal EventShape[] Types { get; }

    internal EventShape? Always { get; }

    internal TimeReader Time { get; }

    /// <summary>Reads envelopes; null unless the topic carries CloudEvents.</summary>
    internal CloudEventEnvelope? Envelope { get; }

    /// <summary>What is said of a record without a customer; null until there was one. Anonymous records may be many.</summary>
    internal string? NoCustomer { get; set; }

    internal SourceFieldNames Fields => _fields;

    /// <summary>How the JSON objects of the source looked so far.</summary>
    internal JsonLayouts Layouts { get; }

    /// <summary>
    /// Makes the decoder's event the next one of several rows that is complete; false when there is none yet. To be asked before each record of a source whose rows are grouped, so
    /// that events come as soon as they are complete.
    /// </summary>
    /// <param name="rows">How many rows the event was made of.</param>
    public bool TryComplete(out int rows)
    {
        var complete = Groups?.TryShow() == true;
        rows = complete ? Groups!.Rows : 0;
        return complete;
    }

    /// <summary>No more records come: every event of several rows is complete.</summary>
    public void End() => Groups?.End();

    /// <summary>The event type that the value of the type field names, or null.</summary>
    internal EventShape? FindType(ReadOnlySpan<byte> name)
    {
        foreach (var (known, type) in name.Length < _typesByLength.Length ? _typesByLength[name.Length] : [])
        {
            if (name.SequenceEqual(known))
            {
                return type;
            }
        }

        foreach (var (beginning, type) in name.IsEmpty ? [] : _beginnings)
        {
            if (name.StartsWith(beginning))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>What the type field may hold, as the end of a sentence.</summary>
    internal string AllowedTypes(string wrong) => NearestName.Remedy(
        wrong,
        [.. _types.Select(t => Encoding.UTF8.GetString(t.Utf8)), .. _beginnings.Select(b => Encoding.UTF8.GetString(b.Utf8) + SourceMapping.AnyRest)],
        $"No event of the catalogue comes from topic {Mapping.Topic}.");

    /// <summary>Adds the names that the mapping gives to types, then the types' own; gives the beginnings of names, the longest first.</summary>
    private TypeName[] AddNames(IReadOnlyDictionary<string, string> renamed)
    {
        var beginnings = new List<TypeName>();
        foreach (var name in renamed.Keys.OrderDescending(ByNameLength))
        {
            if (Find(renamed[name]) is not { } type)
            {
                continue;
            }

            if (name.EndsWith(SourceMapping.AnyRest))
            {
                beginnings.Add(new(Encoding.UTF8.GetBytes(name[..^1]), type));
            }
            else
            {
                _types.Add(new(Encoding.UTF8.GetBytes(name), type));
            }
        }

        foreach (var type in Types)
        {
            _types.Add(new(Encoding.UTF8.GetBytes(type.Type.Name), type));
        }

        return [.. beginnings];
    }

    private static TypeName[][] ByLength(List<TypeName> names)
    {
        var longest = -1;
        foreach (var name in names)
        {
            longest = Math.Max(longest, name.Utf8.Length);
        }

        var byLength = new TypeName[longest + 1][];
        for (var length = 0; length <= longest; length++)
        {
            byLength[length] = [.. names.FindAll(name => name.Utf8.Length == length)];
        }

        return byLength;
    }

    private EventShape? Find(string type) => Array.Find(Types, t => t.Type.Name == type);

    private readonly record struct TypeName(byte[] Utf8, EventShape Type);
}
