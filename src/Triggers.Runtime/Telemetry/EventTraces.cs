using System.Text.Json;
using Triggers.Model.Customers;
using Triggers.Model.Log;

namespace Triggers.Runtime.Telemetry;

/// <summary>
/// Remembers the traces of events, so that the message that comes of one, perhaps half an hour later, belongs to the same trace. Only in memory and only the newest: a trace may break off when a process
/// is restarted or very many events are traced, and no outcome depends on it. Not thread-safe.
/// </summary>
/// <param name="capacity">How many traced events are remembered.</param>
public sealed class EventTraces(int capacity)
{
    /// <summary>Traced events that a process remembers: some 4 MB.</summary>
    public const int CapacityOfProcess = 20_000;

    private readonly Dictionary<(CustomerKey Customer, string Id), TraceContext> _traces = [];
    private readonly Queue<(CustomerKey Customer, string Id)> _order = [];

    /// <summary>Remembers the trace of a record of the log, if it has one and is an event.</summary>
    public void Remember(in LogRecord record)
    {
        if (record.Trace is not { } trace || record.Kind != RecordKind.Event || IdOf(record.Body.Span) is not { } id)
        {
            return;
        }

        var key = (record.Customer, id);
        if (!_traces.TryAdd(key, trace))
        {
            return;
        }

        _order.Enqueue(key);
        if (_order.Count > capacity)
        {
            _traces.Remove(_order.Dequeue());
        }
    }

    /// <summary>The trace of a customer's event; null: it had none, or it is forgotten.</summary>
    public TraceContext? Find(CustomerKey customer, string eventId) => _traces.GetValueOrDefault((customer, eventId));

    /// <summary>The event's <c>id</c>; null: the record is no event.</summary>
    private static string? IdOf(ReadOnlySpan<byte> canonical)
    {
        try
        {
            var json = new Utf8JsonReader(canonical);
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1)
                {
                    var isId = json.ValueTextEquals("id"u8);
                    json.Read();
                    if (isId)
                    {
                        return json.TokenType == JsonTokenType.String ? json.GetString() : null;
                    }

                    json.Skip();
                }
            }

            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
