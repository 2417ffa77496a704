using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine;

/// <summary>
/// What rules see as the event of an earlier step: made again from what the run kept. The type is always there, other fields as far as the present plan reads them and the
/// run has them. One serves all steps of an engine.
/// </summary>
internal sealed class CapturedEvent : RecordValue
{
    private EventType? _type;
    private Value[] _fields = [];

    /// <inheritdoc/>
    public override RecordType Type => _type!.Record;

    /// <inheritdoc/>
    public override Value this[int ordinal] => _fields[ordinal];

    /// <summary>Shows the event that a run kept for a slot.</summary>
    public void Show(StateHeap heap, in Run run, EventType type, int slot, IReadOnlyList<FieldDefinition> fields)
    {
        _type = type;
        if (_fields.Length < type.Record.Fields.Count)
        {
            _fields = new Value[type.Record.Fields.Count];
        }

        Array.Clear(_fields);
        CapturedBlock.Read(heap[run.Captured], slot, fields, _fields);
        _fields[EventType.TypeOrdinal] = Value.Of(type.Name);
    }

    /// <summary>Adds the envelope, which a run of one step keeps itself.</summary>
    public void ShowEnvelope(string id, Timestamp time) => (_fields[EventType.IdOrdinal], _fields[EventType.TimeOrdinal]) = (Value.Of(id), Value.Of(time));
}
