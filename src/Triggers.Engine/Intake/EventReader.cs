using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;

namespace Triggers.Engine.Intake;

/// <summary>
/// Canonical JSON → <see cref="CustomerEvent"/>. The canonical form (written by <see cref="EventWriter"/>, the value of event records in <c>triggers.events</c>) is
/// <code>{"type":"cart.updated","id":"…","time":1767225600005,"customer":"user:42","data":{"cart":"k1","value":"80.00 EUR"}}</code>
/// with the keys in this order, money as text with currency, timestamps as RFC 3339 text, absent fields left out. Not thread-safe: it reuses its event.
/// </summary>
public sealed class EventReader(EventCatalogue catalogue, Func<int, bool> uses)
{
    /// <summary>The event after <see cref="EventReading.Read"/>; valid until the next call.</summary>
    public CustomerEvent Event { get; } = new();

    /// <summary>What was wrong after <see cref="EventReading.Malformed"/>.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads one canonical event. Unknown fields are skipped; fields of another type than the catalogue says are malformed.</summary>
    public EventReading Read(CustomerKey customer, ReadOnlySpan<byte> json) => throw new NotImplementedException($"{catalogue}{uses}");
}
