using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest.Fields;
using Triggers.Runtime.Ingest.Times;

namespace Triggers.Runtime.Ingest.CloudEvents;

/// <summary>CloudEvents: the envelope gives id, type, time and perhaps the customer, the JSON data gives the fields.</summary>
internal sealed class CloudEventDecoder(EventComposer composer)
{
    private readonly SourceFieldReader _reader = composer.Reader;
    private RawField[] _slots = [];

    /// <summary>Decodes one record in the mode it shows.</summary>
    /// <exception cref="JsonException">The record or its data is not JSON.</exception>
    public DecodedKind Decode(SourcePlace place, SourceShape shape, ReadOnlySpan<byte> body, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var envelope = shape.Envelope!;
        if (!envelope.TryRead(body, headers))
        {
            return composer.Dead(envelope.Problem);
        }

        var attributes = envelope.Attributes(body);
        var written = _reader.Text(attributes, attributes[envelope.Time]);
        var time = place.AppendTime;
        if (!written.IsEmpty && !TryTime(written, out time))
        {
            return composer.Dead($"Attribute `time` is \"{Encoding.UTF8.GetString(written)}\", which is no time of RFC 3339, for instance 2026-01-01T10:00:00Z.");
        }

        var name = _reader.Text(attributes, attributes[envelope.Type]);
        if (shape.FindType(name) is not { } type)
        {
            return composer.DeadType("Attribute `type`", shape, name);
        }

        if (time == Timestamp.Beginning)
        {
            return composer.Dead("Attribute `time` is missing: an event that does not come from Kafka needs it.");
        }

        return TryData(envelope, body, out var data, out var problem) ? DecodeData(shape, type, time, body, data) : composer.Dead(problem);
    }

    private static bool TryTime(ReadOnlySpan<byte> text, out Timestamp time)
    {
        var read = Rfc3339.TryParse(text, out var reading) && reading.OffsetSeconds is not null && text[10] != ' ';
        time = new(((reading.LocalSeconds - (reading.OffsetSeconds ?? 0)) * 1_000) + (reading.Nanoseconds / 1_000_000));
        return read;
    }

    private static bool TryData(CloudEventEnvelope envelope, ReadOnlySpan<byte> body, out ReadOnlySpan<byte> data, out string problem)
    {
        problem = "";
        data = default;
        var place = envelope.Data;
        if (envelope.EncodedData.Form == RawForm.Text)
        {
            var encoded = body.Slice(envelope.EncodedData.Start, envelope.EncodedData.Length);
            var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(encoded.Length)];
            if (Base64.DecodeFromUtf8(encoded, bytes, out _, out var length) != OperationStatus.Done)
            {
                problem = "Attribute `data_base64` is not base64.";
                return false;
            }

            data = bytes.AsSpan(0, length);
        }
        else if (place.Form is not (RawForm.Missing or RawForm.Null))
        {
            data = body.Slice(place.Start, place.Length);
        }

        if (!data.IsEmpty && !envelope.IsJson)
        {
            problem = $"The data is of type {envelope.ContentType}: only JSON can be read.";
            return false;
        }

        return true;
    }

    private DecodedKind DecodeData(SourceShape shape, EventShape type, Timestamp time, ReadOnlySpan<byte> body, ReadOnlySpan<byte> data)
    {
        if (_slots.Length < shape.Names.Count)
        {
            _slots = new RawField[shape.Names.Count];
        }

        var slots = _slots.AsSpan(0, shape.Names.Count);
        slots.Clear();
        if (!data.IsEmpty && !JsonFields.TryFind(data, shape.Fields, shape.Layouts, slots))
        {
            return composer.Dead("The data is no JSON object.");
        }

        var fields = new RawFields(data, slots);
        var envelope = shape.Envelope!;
        var attributes = envelope.Attributes(body);
        var id = Id(envelope, attributes);
        var written = _reader.Text(attributes, attributes[envelope.Customer]);
        if (written.Length > 0)
        {
            return composer.Identifiers.TryGet(written, out var identifier, out var key)
                ? composer.Compose(composer.Event, type, key, identifier, id, time, fields)
                : composer.Dead($"Attribute `customer` is \"{Encoding.UTF8.GetString(written)}\": kind and value are needed, for instance user:42.");
        }

        for (var i = 0; i < shape.CustomerSlots.Length; i++)
        {
            var (kind, name) = shape.Mapping.Customer[i];
            var slot = envelope.SlotOf(name);
            var value = _reader.Text(attributes, attributes[slot]);
            value = value.IsEmpty ? _reader.Text(fields, fields[shape.CustomerSlots[i]]) : value;
            if (!value.IsEmpty)
            {
                var (identifier, key) = composer.Identifiers.Get(kind, value);
                return composer.Compose(composer.Event, type, key, identifier, id, time, fields);
            }
        }

        return composer.DeadCustomer(shape, static customer => customer.Select(c => $"`{c.Value}`").Prepend("attribute `customer`"));
    }

    /// <summary>Source, blank, id: both together are unique, and a source has no blank.</summary>
    private ReadOnlySpan<byte> Id(CloudEventEnvelope envelope, in RawFields attributes)
    {
        composer.EnsureRoom(attributes[envelope.Source].Length + 1 + attributes[envelope.Id].Length);
        var source = _reader.Text(attributes, attributes[envelope.Source]);
        source.CopyTo(composer.IdRoom);
        composer.IdRoom[source.Length] = (byte)' ';
        var id = _reader.Text(attributes, attributes[envelope.Id]);
        id.CopyTo(composer.IdRoom.AsSpan(source.Length + 1));
        return composer.IdRoom.AsSpan(0, source.Length + 1 + id.Length);
    }
}
