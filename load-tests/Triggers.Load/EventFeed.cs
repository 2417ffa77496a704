using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Ports;
using Triggers.Runtime.Scenarios;

namespace Triggers.Load;

/// <summary>Events in memory, decoded as they come from a topic.</summary>
internal sealed class EventFeed(byte[][] events, EventCatalogue catalogue, FieldSelection selection) : IEventFeed
{
    private readonly SourceDecoder _decoder = new(catalogue, KeySecret.ForFiles, selection);
    private int _next;

    public CustomerEvent Event => _decoder.Event;

    public DeadLetter Dead => throw new InvalidOperationException($"Event {_next - 1} of the load is no event: {_decoder.Reason}");

    public double Progress => (double)_next / events.Length;

    public DecodedKind? Next()
    {
        if (_next == events.Length)
        {
            return null;
        }

        var record = new SourceRecord("load", 0, _next + 1, Timestamp.Beginning, null, events[_next], []);
        _next++;
        return _decoder.Decode(record);
    }

    public void Dispose()
    {
        // Nothing is open.
    }
}
