using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Intake;

/// <summary>
/// Reads canonical JSON in exactly the form that <see cref="EventWriter"/> gives it: keys and fields in their order, no white space. Of every other form it says that it is
/// unsure. Not thread-safe.
/// </summary>
internal sealed class CanonicalScan(EventCatalogue catalogue, FieldSelection selection, EventTypeNames types, CanonicalFieldReader structures, CustomerEvent into)
{
    /// <summary>Two less than a whole record may have: a value of it stands inside <c>data</c> inside the record.</summary>
    private static readonly JsonReaderOptions Inside = new() { MaxDepth = 62 };

    private readonly byte[][][] _keys = [.. catalogue.Types.Select(type => type.Record.Fields.Select(field => Encoding.UTF8.GetBytes($"\"{field.Name}\":")).ToArray())];
    private readonly WrittenIdentifiers _identifiers = new();

    private static ReadOnlySpan<byte> Opening => "{\"type\":\""u8;

    /// <summary>What the record is as far as its type says, null when unsure: <see cref="EventReading.Read"/> for a type that rules use, with the place behind its name.</summary>
    public EventReading? ReadType(ReadOnlySpan<byte> json, out EventType? type, out int at)
    {
        type = null;
        at = Opening.Length;
        var end = json.StartsWith(Opening) ? JsonScan.EndOfText(json, at) : -1;
        if (end < 0)
        {
            return null;
        }

        type = types.Find(json[at..end]);
        at = end + 1;
        return type is null ? EventReading.UnknownType : selection.Uses(type.Ordinal) ? EventReading.Read : EventReading.Unused;
    }

    /// <summary>Reads the whole record; null when unsure: then the event is in no state to be used.</summary>
    public EventReading? Read(CustomerKey customer, ReadOnlySpan<byte> json)
    {
        var reading = ReadType(json, out var type, out var at);
        return reading != EventReading.Read ? reading
            : Utf8.IsValid(json) && TryEnvelope(type!, customer, json, ref at) && TryData(type!, json, ref at) && json[at..].SequenceEqual("}}"u8) ? EventReading.Read
            : null;
    }

    private static bool TryText(ReadOnlySpan<byte> json, ReadOnlySpan<byte> before, ref int at, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!json[at..].StartsWith(before))
        {
            return false;
        }

        var begin = at + before.Length;
        at = JsonScan.EndOfText(json, begin);
        if (at <= begin)
        {
            return false;
        }

        text = json[begin..at++];
        return true;
    }

    private bool TryEnvelope(EventType type, CustomerKey customer, ReadOnlySpan<byte> json, ref int at)
    {
        if (!TryText(json, ",\"id\":\""u8, ref at, out var id) || !json[at..].StartsWith(",\"time\":"u8))
        {
            return false;
        }

        var begin = at + ",\"time\":"u8.Length;
        at = JsonScan.EndOfNumber(json, begin);
        if (at < 0 || !Utf8Parser.TryParse(json[begin..at], out long milliseconds, out var used) || used != at - begin)
        {
            return false;
        }

        var time = new Timestamp(milliseconds);
        if (time < EventReader.Earliest || time > EventReader.Latest || !TryText(json, ",\"customer\":\""u8, ref at, out var written) ||
            !_identifiers.TryGet(written, out var identifier) || !json[at..].StartsWith(",\"data\":{"u8))
        {
            return false;
        }

        at += ",\"data\":{"u8.Length;
        into.Begin(type, customer, identifier, id, time);
        return true;
    }

    private bool TryData(EventType type, ReadOnlySpan<byte> json, ref int at)
    {
        var (keys, fields) = (_keys[type.Ordinal], type.Record.Fields);
        var first = true;
        for (var ordinal = EventType.FirstField; ordinal < keys.Length; ordinal++)
        {
            var comma = first ? 0 : 1;
            if (at + comma >= json.Length || (!first && json[at] != ',') || !json[(at + comma)..].StartsWith(keys[ordinal]))
            {
                continue;
            }

            at += comma + keys[ordinal].Length;
            first = false;
            if (!TryValue(json, fields[ordinal], selection.Reads(type.Ordinal, ordinal), ref at))
            {
                return false;
            }
        }

        return at < json.Length;
    }

    private bool TryValue(ReadOnlySpan<byte> json, FieldDefinition field, bool isWanted, ref int at)
    {
        var begin = at;
        switch (field.Type.Kind)
        {
            case DataTypeKind.Int:
                at = JsonScan.EndOfNumber(json, begin);
                var fits = at >= 0 && Utf8Parser.TryParse(json[begin..at], out long number, out var used) && used == at - begin ? Value.Of(number) : default;
                return Keep(field, isWanted, fits);
            case DataTypeKind.Bool:
                at = JsonScan.EndOfWord(json, begin);
                return at >= 0 && json[begin] != 'n' && Keep(field, isWanted, Value.Of(json[begin] == 't'));
            case DataTypeKind.String:
                return TryString(json, field, isWanted, ref at);
            case DataTypeKind.Money:
                return TryText(json, "\""u8, ref at, out var written) && Keep(field, isWanted, structures.ShortMoney(written));
            default:
                return TryOther(json, field, isWanted, ref at);
        }
    }

    private bool TryString(ReadOnlySpan<byte> json, FieldDefinition field, bool isWanted, ref int at)
    {
        var begin = at + 1;
        if (at >= json.Length || json[at] != '"')
        {
            return false;
        }

        at = JsonScan.EndOfText(json, begin);
        if (at < 0)
        {
            return false;
        }

        var text = json[begin..at++];
        return !isWanted || (structures.Texts.TryGet(text, out var made) && Keep(field, isWanted, Value.Of(made)));
    }

    /// <summary>A value that needs a JSON reader: doubles, times, bytes, lists, maps and records.</summary>
    private bool TryOther(ReadOnlySpan<byte> json, FieldDefinition field, bool isWanted, ref int at)
    {
        try
        {
            var reader = new Utf8JsonReader(json[at..], Inside);
            reader.Read();
            var value = structures.Read(ref reader, field.Type, isWanted);
            at += (int)reader.BytesConsumed;
            return Keep(field, isWanted, value ?? default);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool Keep(FieldDefinition field, bool isWanted, Value value)
    {
        if (isWanted && value.IsPresent)
        {
            into.Set(field.Ordinal, value);
        }

        return value.IsPresent;
    }
}
