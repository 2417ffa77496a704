using System.Text;
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
    private byte[] _id = new byte[64];
    private int _idLength;
    private int _filled;
    private string? _idText;

    /// <summary>Its type in the catalogue.</summary>
    public EventType EventType => _eventType ?? throw new InvalidOperationException("The event was not read yet.");

    /// <inheritdoc/>
    public override RecordType Type => EventType.Record;

    /// <summary>Whose event it is.</summary>
    public CustomerKey Customer { get; private set; }

    /// <summary>Identifier of the customer as the source gave it.</summary>
    public Identifier Identifier { get; private set; } = new("", "");

    /// <summary>Unique per source; a repeat is a duplicate. The text is made when it is first asked for: who only compares or hashes asks for <see cref="IdBytes"/>.</summary>
    public string Id => _idText ??= Encoding.UTF8.GetString(IdBytes);

    /// <summary><see cref="Id"/> in UTF-8.</summary>
    public ReadOnlySpan<byte> IdBytes => _id.AsSpan(0, _idLength);

    /// <summary>Event time as the source gave it.</summary>
    public Timestamp Time { get; private set; }

    /// <inheritdoc/>
    public override Value this[int ordinal] => ordinal >= EventType.FirstField ? _fields[ordinal] : ordinal switch
    {
        EventType.IdOrdinal => Value.Of(Id),
        EventType.TimeOrdinal => Value.Of(Time),
        _ => Value.Of(EventType.Name),
    };

    /// <summary>Starts a new event: all declared fields absent.</summary>
    public void Begin(EventType type, CustomerKey customer, Identifier identifier, string id, Timestamp time)
    {
        EnsureRoomForId(Encoding.UTF8.GetMaxByteCount(id.Length));
        _idLength = Encoding.UTF8.GetBytes(id, _id);
        _idText = id;
        Begin(type, customer, identifier, time);
    }

    /// <summary>Starts a new event whose id is given in UTF-8 (copied): all declared fields absent. Allocates nothing once it has seen an id as long and a type as wide.</summary>
    public void Begin(EventType type, CustomerKey customer, Identifier identifier, ReadOnlySpan<byte> id, Timestamp time)
    {
        EnsureRoomForId(id.Length);
        id.CopyTo(_id);
        _idLength = id.Length;
        _idText = null;
        Begin(type, customer, identifier, time);
    }

    /// <summary>Sets one declared field by ordinal.</summary>
    public void Set(int ordinal, Value value)
    {
        _fields[ordinal] = value;
        _filled = Math.Max(_filled, ordinal + 1);
    }

    /// <summary>Makes rules see event time <paramref name="time"/>: the clamp to log time.</summary>
    public void ClampTime(Timestamp time) => Time = time;

    private void Begin(EventType type, CustomerKey customer, Identifier identifier, Timestamp time)
    {
        _eventType = type;
        Customer = customer;
        Identifier = identifier;
        Time = time;
        var count = type.Record.Fields.Count;
        if (_fields.Length < count)
        {
            _fields = new Value[count];
        }
        else
        {
            _fields.AsSpan(0, _filled).Clear();
        }

        _filled = 0;
    }

    private void EnsureRoomForId(int length)
    {
        if (_id.Length < length)
        {
            _id = new byte[length * 2];
        }
    }
}
