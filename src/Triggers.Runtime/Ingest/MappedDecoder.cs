using System.Text;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest;

/// <summary>Plain JSON objects and CSV rows, whose id, type, time and customer the topic's mapping names.</summary>
internal sealed class MappedDecoder(EventComposer composer)
{
    private readonly SourceFieldReader _reader = composer.Reader;
    private RawField[] _slots = [];

    /// <summary>Decodes a JSON object.</summary>
    /// <exception cref="System.Text.Json.JsonException">The record is not JSON.</exception>
    public DecodedKind DecodeObject(SourcePlace place, SourceShape shape, ReadOnlySpan<byte> body)
    {
        if (_slots.Length < shape.Names.Count)
        {
            _slots = new RawField[shape.Names.Count];
        }

        var slots = _slots.AsSpan(0, shape.Names.Count);
        return JsonFields.TryFind(body, shape.Fields, shape.Layouts, slots)
            ? Decode(place, shape, new RawFields(body, slots, areUtf8: true))
            : composer.Dead("The record is no JSON object.");
    }

    /// <summary>Decodes fields that were found.</summary>
    public DecodedKind Decode(SourcePlace place, SourceShape shape, in RawFields fields)
    {
        var type = shape.Always;
        if (type is null)
        {
            var name = _reader.Text(fields, fields[shape.TypeSlot]);
            type = shape.FindType(name);
            if (type is null)
            {
                return composer.DeadType($"Field `{shape.Mapping.TypeField}`", shape, name);
            }
        }

        if (!TryId(place, shape, fields, out var id))
        {
            return composer.Dead($"Field `{shape.Mapping.IdField}` is missing: it is the event's id, a text or a number.");
        }

        var written = _reader.Text(fields, fields[shape.TimeSlot]);
        if (!shape.Time.TryRead(written, out var time))
        {
            return composer.Dead(written.IsEmpty
                ? $"Field `{shape.Mapping.TimeField}` is missing: it is the event's time."
                : $"Field `{shape.Mapping.TimeField}` is \"{Encoding.UTF8.GetString(written)}\", which is no time. {shape.Time.Allowed}");
        }

        for (var i = 0; i < shape.CustomerSlots.Length; i++)
        {
            var value = _reader.Text(fields, fields[shape.CustomerSlots[i]]);
            if (!value.IsEmpty)
            {
                var (identifier, key) = composer.Identifiers.Get(shape.Mapping.Customer[i].Key, value);
                return composer.Compose(type, key, identifier, id, time, fields);
            }
        }

        return composer.DeadCustomer(shape.Mapping.Customer.Select(c => $"field `{c.Value}`"));
    }

    /// <summary>The event's id, in room of its own: the reader's is used again for the next field.</summary>
    private bool TryId(SourcePlace place, SourceShape shape, in RawFields fields, out ReadOnlySpan<byte> id)
    {
        if (shape.IdSlot < 0)
        {
            composer.EnsureRoom(place.RowIdSizeMax);
            id = composer.IdRoom.AsSpan(0, place.WriteRowId(composer.IdRoom));
            return true;
        }

        var field = fields[shape.IdSlot];
        id = _reader.Text(fields, field);
        if (field.Form is RawForm.EscapedText or RawForm.QuotedCell)
        {
            composer.EnsureRoom(id.Length);
            id.CopyTo(composer.IdRoom);
            id = composer.IdRoom.AsSpan(0, id.Length);
        }

        return !id.IsEmpty;
    }
}
