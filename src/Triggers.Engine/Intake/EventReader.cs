using System.Text.Json;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Intake;

/// <summary>
/// Canonical JSON → <see cref="CustomerEvent"/>. The canonical form (written by <see cref="EventWriter"/>, the value of event records in <c>triggers.events</c>) is
/// <code>{"type":"cart.updated","id":"…","time":1767225600005,"customer":"user:42","data":{"cart":"k1","value":"80.00 EUR"}}</code>
/// with the keys in this order, money as text with currency, timestamps as RFC 3339 text, absent fields left out. Not thread-safe: it reuses its event.
/// </summary>
/// <remarks>
/// The other types: durations are seconds with an <c>s</c> (<c>"1800.5s"</c>), bytes are base64, doubles that are no numbers are <c>"NaN"</c>, <c>"Infinity"</c> and
/// <c>"-Infinity"</c>, lists are arrays, records and maps are objects (keys of maps are texts).
/// </remarks>
public sealed class EventReader
{
    /// <summary>The first instant of the year 1.</summary>
    internal static readonly Timestamp Earliest = new(-62_135_596_800_000);

    /// <summary>The last millisecond of the year 9999.</summary>
    internal static readonly Timestamp Latest = new(253_402_300_799_999);

    private readonly CanonicalFieldReader _fields = new();
    private readonly FieldSelection _selection;
    private readonly EventTypeNames _types;
    private readonly CanonicalScan _scan;

    /// <summary>A reader of the events of <paramref name="catalogue"/>: fields that <paramref name="selection"/> does not read are checked, and absent.</summary>
    public EventReader(EventCatalogue catalogue, FieldSelection selection)
    {
        _selection = selection;
        _types = new(catalogue);
        _scan = new(catalogue, selection, _types, _fields, Event);
    }

    /// <summary>The event after <see cref="EventReading.Read"/>; valid until the next call.</summary>
    public CustomerEvent Event { get; } = new();

    /// <summary>What was wrong after <see cref="EventReading.Malformed"/>.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads one canonical event. Unknown fields are skipped; fields of another type than the catalogue says are malformed.</summary>
    public EventReading Read(CustomerKey customer, ReadOnlySpan<byte> json)
    {
        Problem = null;
        if (_scan.Read(customer, json) is { } reading)
        {
            return reading;
        }

        var reader = new Utf8JsonReader(json);
        try
        {
            return ReadEvent(customer, ref reader);
        }
        catch (JsonException fault)
        {
            return Malformed($"The record is not JSON: {fault.Message}");
        }
        catch (InvalidOperationException fault)
        {
            // Utf8JsonReader says so for text that is no Unicode.
            return Malformed($"The record holds text that is not UTF-8 or has half a surrogate pair: {fault.Message}");
        }
    }

    /// <summary>True when <see cref="Read"/> of this record may change a state, as far as its type says: nothing behind the type is read.</summary>
    public bool MayTouch(ReadOnlySpan<byte> json)
    {
        if (_scan.ReadType(json, out _, out _) is { } reading)
        {
            return reading == EventReading.Read;
        }

        var reader = new Utf8JsonReader(json);
        try
        {
            return TryType(ref reader, out var type) && type is not null && _selection.Uses(type.Ordinal);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private EventReading ReadEvent(CustomerKey customer, ref Utf8JsonReader reader)
    {
        if (!TryType(ref reader, out var type))
        {
            return Malformed("The record does not begin with {\"type\": …}.");
        }

        return type is null ? EventReading.UnknownType
            : !_selection.Uses(type.Ordinal) ? EventReading.Unused
            : ReadEnvelope(type, customer, ref reader) ? ReadData(ref reader)
            : EventReading.Malformed;
    }

    /// <summary>Reads up to the type, null when the catalogue does not have it; false when there is none.</summary>
    private bool TryType(ref Utf8JsonReader reader, out EventType? type)
    {
        reader.Read();
        var found = reader.TokenType == JsonTokenType.StartObject && MoveTo(ref reader, "type"u8) && reader.TokenType == JsonTokenType.String;
        type = found ? _types.Find(ref reader) : null;
        return found;
    }

    private bool ReadEnvelope(EventType type, CustomerKey customer, ref Utf8JsonReader reader)
    {
        if (!MoveTo(ref reader, "id"u8) || reader.TokenType != JsonTokenType.String || reader.GetString() is not { Length: > 0 } id)
        {
            return Fails("The record has no `id` (a text that is not empty) behind its `type`.");
        }

        if (!MoveTo(ref reader, "time"u8) || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var milliseconds) ||
            new Timestamp(milliseconds) is var time && (time < Earliest || time > Latest))
        {
            return Fails("The record has no `time` (milliseconds since 1970, in the years 1 to 9999) behind its `id`.");
        }

        if (!MoveTo(ref reader, "customer"u8) || reader.TokenType != JsonTokenType.String || !Identifier.TryParse(reader.GetString()!, out var identifier))
        {
            return Fails("The record has no `customer` (kind:value) behind its `time`.");
        }

        Event.Begin(type, customer, identifier, id, time);
        return true;
    }

    private EventReading ReadData(ref Utf8JsonReader reader)
    {
        if (!MoveTo(ref reader, "data"u8) || reader.TokenType != JsonTokenType.StartObject)
        {
            return Malformed("The record has no `data` (an object) behind its `customer`.");
        }

        var (names, next) = (_fields.NamesOf(Event.Type), EventType.FirstField);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = names.Find(ref reader, ref next);
            reader.Read();
            if (field is null || field.Ordinal < EventType.FirstField)
            {
                reader.Skip();
            }
            else if (_selection.Reads(Event.EventType.Ordinal, field.Ordinal) is var isWanted && _fields.Read(ref reader, field.Type, isWanted) is { } value)
            {
                Event.Set(field.Ordinal, isWanted ? value : Value.Absent);
            }
            else
            {
                return Malformed($"The field `{field.Name}` of {Event.EventType.Name} is not {CanonicalFieldReader.Describe(field.Type)}.");
            }
        }

        return ReadToEnd(ref reader) ? EventReading.Read : Malformed("The record ends too early.");
    }

    private static bool ReadToEnd(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            reader.Skip();
        }

        return reader.TokenType == JsonTokenType.EndObject && !reader.Read();
    }

    /// <summary>Goes to the value of this key, over unknown ones; false when the object ends before.</summary>
    private static bool MoveTo(ref Utf8JsonReader reader, ReadOnlySpan<byte> key)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(key);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private bool Fails(string problem)
    {
        Problem = problem;
        return false;
    }

    private EventReading Malformed(string problem)
    {
        Problem = problem;
        return EventReading.Malformed;
    }
}
