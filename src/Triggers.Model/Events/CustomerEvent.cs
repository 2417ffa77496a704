using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Model.Events;

/// <summary>
/// One event of one customer, checked against the catalogue; what rules see as <c>event</c>. Reused by the reader on the hot path: valid until the next one is read.
/// </summary>
public sealed class CustomerEvent : RecordValue
{
    private Value[] _fields = [];
    private EventType? _eventType;

    /// <summary>Its type in the catalogue.</summary>
    public EventType EventType => _eventType ?? throw new InvalidOperationException("The event was not read yet.");

    /// <inheritdoc/>
    public override RecordType Type => EventType.Record;

    /// <summary>Whose event it is.</summary>
    public CustomerKey Customer { get; private set; }

    /// <summary>Identifier of the customer as the source gave it.</summary>
    public Identifier Identifier { get; private set; } = new("", "");

    /// <summary>Unique per source; a repeat is a duplicate.</summary>
    public string Id => _fields[EventType.IdOrdinal].AsString;

    /// <summary>Event time as the source gave it.</summary>
    public Timestamp Time { get; private set; }

    /// <inheritdoc/>
    public override Value this[int ordinal] => _fields[ordinal];

    /// <summary>Starts a new event: all declared fields absent.</summary>
    public void Begin(EventType type, CustomerKey customer, Identifier identifier, string id, Timestamp time)
    {
        _eventType = type;
        Customer = customer;
        Identifier = identifier;
        Time = time;
        if (_fields.Length != type.Record.Fields.Count)
        {
            _fields = new Value[type.Record.Fields.Count];
        }
        else
        {
            Array.Clear(_fields);
        }

        _fields[EventType.IdOrdinal] = Value.Of(id);
        _fields[EventType.TimeOrdinal] = Value.Of(time);
        _fields[EventType.TypeOrdinal] = Value.Of(type.Name);
    }

    /// <summary>Sets one field by ordinal.</summary>
    public void Set(int ordinal, Value value) => _fields[ordinal] = value;

    /// <summary>Makes rules see event time <paramref name="time"/>: the clamp to log time.</summary>
    public void ClampTime(Timestamp time)
    {
        Time = time;
        _fields[EventType.TimeOrdinal] = Value.Of(time);
    }
}
