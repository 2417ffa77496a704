using Triggers.Language.Schema;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine.Intake;

/// <summary>
/// Which event types rules use at all, and which fields of each type they read. Readers check every declared field against its type, but make values only of those that are
/// selected. Immutable and thread-safe: bits by ordinal, so it belongs to one plan.
/// </summary>
public sealed class FieldSelection
{
    private const int BitsAWord = 64;

    private readonly ulong[] _types;
    private readonly ulong[][] _fields;
    private readonly HashSet<string> _elements;

    /// <summary>These types, and of them these fields; the envelope (id, time, type) is always read.</summary>
    /// <param name="catalogue">The catalogue that types and fields belong to.</param>
    /// <param name="used">Types whose events may change anything.</param>
    /// <param name="read">Fields whose values are wanted, each with its type; may repeat.</param>
    /// <param name="elements">Names of the fields that are wanted of records in lists, whatever the list; may repeat. Null: all fields of those in lists among <paramref name="read"/>.</param>
    public FieldSelection(
        EventCatalogue catalogue, IEnumerable<EventType> used, IEnumerable<EventField> read, IEnumerable<string>? elements = null)
    {
        _types = new ulong[Words(catalogue.Types.Count)];
        _fields = new ulong[catalogue.Types.Count][];
        foreach (var type in catalogue.Types)
        {
            _fields[type.Ordinal] = new ulong[Words(type.Record.Fields.Count)];
        }

        foreach (var type in used)
        {
            Set(_types, type.Ordinal);
        }

        foreach (var (type, field) in read)
        {
            Set(_fields[type.Ordinal], field.Ordinal);
        }

        _elements = new(elements ?? catalogue.Types.SelectMany(type => Elements(type, field => Reads(type.Ordinal, field.Ordinal))), StringComparer.Ordinal);
    }

    private FieldSelection(ulong[] types, ulong[][] fields, HashSet<string> elements) => (_types, _fields, _elements) = (types, fields, elements);

    /// <summary>Every field of every type: for ingest into the log, where nobody knows which rules will read it.</summary>
    public static FieldSelection Everything(EventCatalogue catalogue) => new(catalogue, catalogue.Types, catalogue.Types.SelectMany(All));

    /// <summary>The same, and every field of <paramref name="whole"/> beside: for types whose events may have to be written out again, as late ones are.</summary>
    public FieldSelection With(IReadOnlyCollection<EventType> whole)
    {
        var fields = _fields.ToArray();
        foreach (var type in whole)
        {
            fields[type.Ordinal] = [.. fields[type.Ordinal]];
            foreach (var field in type.Record.Fields)
            {
                Set(fields[type.Ordinal], field.Ordinal);
            }
        }

        return new(_types, fields, new(_elements.Concat(whole.SelectMany(type => Elements(type, _ => true))), StringComparer.Ordinal));
    }

    /// <summary>True when events of the type with this ordinal may change anything.</summary>
    public bool Uses(int eventType) => Has(_types, eventType);

    /// <summary>True when the value of a field is wanted.</summary>
    /// <param name="eventType">Ordinal of the event type.</param>
    /// <param name="field">Ordinal of the field in the type's record.</param>
    public bool Reads(int eventType, int field) => Has(_fields[eventType], field);

    /// <summary>True when the value of a field is wanted of the records in a list that is read.</summary>
    public bool ReadsOfElements(string field) => _elements.Contains(field);

    private static IEnumerable<EventField> All(EventType type) => type.Record.Fields.Select(field => new EventField(type, field));

    private static IEnumerable<string> Elements(EventType type, Func<FieldDefinition, bool> isRead) =>
        type.Record.Fields.Where(isRead).SelectMany(field => field.Type.Element?.Record?.Fields ?? []).Select(field => field.Name);

    private static int Words(int bits) => (bits + BitsAWord - 1) / BitsAWord;

    private static void Set(ulong[] bits, int at) => bits[at / BitsAWord] |= 1UL << (at % BitsAWord);

    private static bool Has(ulong[] bits, int at) => (bits[at / BitsAWord] & (1UL << (at % BitsAWord))) != 0;
}
