using System.Text.Json;
using System.Text.Unicode;
using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Runtime.Ingest.CloudEvents;
using Triggers.Runtime.Ingest.Fields;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Ingest;

/// <summary>
/// Source record → canonical event: decodes CloudEvents (structured or binary), plain JSON or CSV rows by the topic's mapping, checks against the catalogue, normalises money,
/// units and time, and makes the key. No customer state. Not thread-safe: it reuses its event.
/// </summary>
/// <remarks>
/// Of a CloudEvent the event id is <c>source id</c> (both together are unique, and a source has no blank); the time is its <c>time</c>, else the record's append time; the
/// customer is its extension attribute <c>customer</c> written <c>kind:value</c>, else the mapping's <c>customer:</c>, whose names mean attributes (<c>subject</c>, extensions)
/// and after them fields of the data.
/// </remarks>
public sealed class SourceDecoder
{
    private readonly Dictionary<string, SourceShape> _shapes;
    private readonly EventComposer _composer;
    private readonly MappedDecoder _mapped;
    private readonly CloudEventDecoder _cloudEvents;
    private SourceShape? _last;

    /// <summary>A decoder for the events of <paramref name="catalogue"/> with all their fields; keys are made with <paramref name="secret"/>.</summary>
    public SourceDecoder(EventCatalogue catalogue, KeySecret secret)
        : this(catalogue, secret, FieldSelection.Everything(catalogue))
    {
    }

    /// <summary>A decoder that checks every declared field, and gives events only those that <paramref name="selection"/> reads: the others are absent.</summary>
    public SourceDecoder(EventCatalogue catalogue, KeySecret secret, FieldSelection selection)
    {
        _composer = new(catalogue, secret);
        _shapes = catalogue.Sources.ToDictionary(s => s.Topic, s => new SourceShape(s, catalogue, selection, _composer), StringComparer.Ordinal);
        _mapped = new(_composer);
        _cloudEvents = new(_composer);
    }

    /// <summary>The event after <see cref="DecodedKind.Event"/> or <see cref="SourceShape.TryComplete"/>; valid until the next call.</summary>
    public CustomerEvent Event => _composer.Event;

    /// <summary>Why after <see cref="DecodedKind.Dead"/>: one sentence with field, value, what is allowed.</summary>
    public string Reason => _composer.Reason;

    /// <summary>What records of a topic are made of, or null when no event comes from it.</summary>
    public SourceShape? ShapeOf(string topic)
    {
        // Records mostly come from the topic of the one before.
        if (_last?.Mapping.Topic != topic)
        {
            _last = _shapes.GetValueOrDefault(topic);
        }

        return _last;
    }

    /// <summary>Decodes one record. Never throws for what the record holds.</summary>
    public DecodedKind Decode(SourceRecord record) =>
        Decode(new SourcePlace(record.Topic, record.Partition, record.Offset, record.AppendTime), record.Value.Span, record.Headers);

    /// <summary>Decodes one record: a JSON object, or the data of a CloudEvent in binary mode. Never throws for what the record holds.</summary>
    public DecodedKind Decode(SourcePlace place, ReadOnlySpan<byte> body, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        if (ShapeOf(place.Topic) is not { } shape)
        {
            return _composer.Dead($"No event of the catalogue comes from topic `{place.Topic}`.");
        }

        if (!Utf8.IsValid(body))
        {
            return _composer.Dead("The record is not valid UTF-8.");
        }

        try
        {
            return shape.Mapping.Format switch
            {
                SourceFormat.CloudEvents => _cloudEvents.Decode(place, shape, body, headers),
                SourceFormat.Json => _mapped.DecodeObject(place, shape, body),
                _ => _composer.Dead($"Topic `{place.Topic}` is mapped as CSV, which is read from files only; its mapping needs `format: json` for Kafka."),
            };
        }
        catch (JsonException broken)
        {
            return _composer.Dead(body.IsEmpty ? "The record is empty." : $"The record is not valid JSON at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            return _composer.Dead("A text in the record has half of a surrogate pair (\\uD800 to \\uDFFF alone), which stands for no character.");
        }
    }

    /// <summary>Decodes fields that were found already: a CSV row. Never throws for what the row holds.</summary>
    public DecodedKind DecodeRow(in SourcePlace place, SourceShape shape, in RawFields fields)
    {
        try
        {
            return _mapped.Decode(place, shape, fields);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return _composer.Dead("A list or object in the row is not valid JSON.");
        }
    }
}
