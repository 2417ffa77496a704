using Triggers.Engine.Intake;
using Triggers.Language.Schema;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Scenarios;

namespace Triggers.Load;

/// <summary>Events in memory, decoded as they come from a topic; goes over one stretch of them after the other.</summary>
internal sealed class EventFeed(LoadEvents events, EventCatalogue catalogue, FieldSelection selection) : IEventFeed
{
    private readonly SourceDecoder _decoder = new(catalogue, KeySecret.ForFiles, selection);
    private int _next;
    private int _end;

    public CustomerEvent Event => _decoder.Event;

    public DeadLetter Dead => throw new InvalidOperationException($"Event {_next - 1} of the load is no event: {_decoder.Reason}");

    public double Progress => (double)_next / _end;

    /// <summary>Goes to the events from <paramref name="from"/> up to, without, <paramref name="to"/>.</summary>
    internal void Turn(int from, int to) => (_next, _end) = (from, to);

    public DecodedKind? Next()
    {
        if (_next == _end)
        {
            return null;
        }

        var json = events[_next++];
        return _decoder.Decode(new SourcePlace(LoadWorkspace.Topic, 0, _next, Timestamp.Beginning), json, []);
    }

    public void Dispose()
    {
        // Nothing is open.
    }
}
