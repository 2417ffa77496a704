using Triggers.Model;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine.Rules;

/// <summary>
/// What rules see as <c>event</c> when a run fires: the start event, made again from what the run kept. Id, time and type are always there, other fields as far as the
/// present plan reads them and the run has them. One serves all steps of an engine.
/// </summary>
internal sealed class StartEvent : RecordValue
{
    private EventType? _type;
    private Value[] _fields = [];

    /// <inheritdoc/>
    public override RecordType Type => _type!.Record;

    /// <inheritdoc/>
    public override Value this[int ordinal] => _fields[ordinal];

    /// <summary>Shows the start event of this candidate from here on.</summary>
    public void Show(in Candidate candidate)
    {
        var (trigger, run) = candidate;
        _type = trigger.Start;
        _fields = new Value[_type.Record.Fields.Count];
        _fields[EventType.IdOrdinal] = Value.Of(run.CauseEventId);
        _fields[EventType.TimeOrdinal] = Value.Of(run.StartedAt);
        _fields[EventType.TypeOrdinal] = Value.Of(_type.Name);
        foreach (var slot in run.Captured)
        {
            if (Find(trigger.Captured, slot.Id) is { } field)
            {
                _fields[field.Ordinal] = slot.Value.As(field.Type);
            }
        }
    }

    private static FieldDefinition? Find(IReadOnlyList<FieldDefinition> fields, StableId id)
    {
        foreach (var field in fields)
        {
            if (field.Id == id)
            {
                return field;
            }
        }

        return null;
    }
}
