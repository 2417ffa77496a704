using System.Diagnostics.CodeAnalysis;
using System.Text;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest.Fields;
using Triggers.Runtime.Ingest.Grouping;

namespace Triggers.Runtime.Ingest;

/// <summary>Plain JSON objects and CSV rows, whose id, type, time and customer the topic's mapping names.</summary>
internal sealed class MappedDecoder(EventComposer composer)
{
    private readonly SourceFieldReader _reader = composer.Reader;
    private RawField[] _slots = [];

    /// <summary>Decodes a JSON object.</summary>
    /// <exception cref="System.Text.Json.JsonException">The record is not JSON.</exception>
    public DecodedKind DecodeObject(in SourcePlace place, SourceShape shape, ReadOnlySpan<byte> body)
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
    public DecodedKind Decode(in SourcePlace place, SourceShape shape, in RawFields fields)
    {
        if (shape.Groups is { } groups)
        {
            return DecodeRow(place, shape, groups, fields);
        }

        return TryType(shape, fields, out var type) && TryId(place, shape, fields, out var id) && TryTime(shape, fields, out var time) &&
            TryCustomer(shape, fields, out var identifier, out var key)
                ? composer.Compose(composer.Event, type, key, identifier, id, time, fields)
                : DecodedKind.Dead;
    }

    private DecodedKind DecodeRow(in SourcePlace place, SourceShape shape, RowGroups groups, in RawFields fields)
    {
        if (groups.Head.IsOf(fields))
        {
            if (groups.Head.Mistake is { } mistake)
            {
                return composer.Dead(mistake);
            }

            if (groups.Latest is { } latest)
            {
                return groups.Add(latest, fields);
            }
        }

        if (!TryType(shape, fields, out var type) || !TryTime(shape, fields, out var time) || !TryCustomer(shape, fields, out var identifier, out var key) ||
            !TryGroup(shape, fields, out var by))
        {
            groups.Head.Keep(fields, composer.Reason);
            return DecodedKind.Dead;
        }

        groups.Head.Keep(fields, null);
        var group = new GroupKey(type.Type.Ordinal, key, by);
        if (groups.Find(group, time) is { } open)
        {
            return groups.Add(open, fields);
        }

        return TryId(place, shape, fields, out var id) ? groups.Begin(group, type, identifier, id, time, fields) : DecodedKind.Dead;
    }

    private bool TryGroup(SourceShape shape, in RawFields fields, out string by)
    {
        var value = _reader.Text(fields, fields[shape.BySlot]);
        if (value.IsEmpty)
        {
            composer.Dead($"Field `{shape.Mapping.Group!.By}` is missing: rows with the same value of it are one event.");
        }

        by = Encoding.UTF8.GetString(value);
        return !value.IsEmpty;
    }

    private bool TryType(SourceShape shape, in RawFields fields, [NotNullWhen(true)] out EventShape? type)
    {
        type = shape.Always;
        if (type is null)
        {
            var name = _reader.Text(fields, fields[shape.TypeSlot]);
            type = shape.FindType(name);
            if (type is null)
            {
                composer.DeadType($"Field `{shape.Mapping.TypeField}`", shape, name);
            }
        }

        return type is not null;
    }

    /// <summary>The event's id, in room of its own: the reader's is used again for the next field.</summary>
    private bool TryId(in SourcePlace place, SourceShape shape, in RawFields fields, out ReadOnlySpan<byte> id)
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

        if (id.IsEmpty)
        {
            composer.Dead($"Field `{shape.Mapping.IdField}` is missing: it is the event's id, a text or a number.");
        }

        return !id.IsEmpty;
    }

    private bool TryTime(SourceShape shape, in RawFields fields, out Timestamp time)
    {
        var written = _reader.Text(fields, fields[shape.TimeSlot]);
        var read = shape.Time.TryRead(written, out time);
        if (!read)
        {
            composer.Dead(written.IsEmpty
                ? $"Field `{shape.Mapping.TimeField}` is missing: it is the event's time."
                : $"Field `{shape.Mapping.TimeField}` is \"{Encoding.UTF8.GetString(written)}\", which is no time. {shape.Time.Allowed}");
        }

        return read;
    }

    private bool TryCustomer(SourceShape shape, in RawFields fields, [NotNullWhen(true)] out Identifier? identifier, out CustomerKey key)
    {
        for (var i = 0; i < shape.CustomerSlots.Length; i++)
        {
            var value = _reader.Text(fields, fields[shape.CustomerSlots[i]]);
            if (!value.IsEmpty)
            {
                (identifier, key) = composer.Identifiers.Get(shape.Mapping.Customer[i].Key, value);
                return true;
            }
        }

        composer.DeadCustomer(shape, static customer => customer.Select(c => $"field `{c.Value}`"));
        (identifier, key) = (null, default);
        return false;
    }
}
