using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Ingest;

/// <summary>
/// Source record → canonical event: decodes CloudEvents (structured or binary), plain JSON or CSV rows by the topic's mapping, checks against the catalogue, normalises money,
/// units and time, and makes the key. No customer state. Not thread-safe: it reuses its event.
/// </summary>
public sealed class SourceDecoder(EventCatalogue catalogue, KeySecret secret)
{
    /// <summary>The event after <see cref="DecodedKind.Event"/>; valid until the next call.</summary>
    public CustomerEvent Event { get; } = new();

    /// <summary>Why after <see cref="DecodedKind.Dead"/>: one sentence with field, value, what is allowed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Decodes one record. Never throws for what the record holds.</summary>
    public DecodedKind Decode(SourceRecord record) => throw new NotImplementedException($"{catalogue}{secret}");
}
