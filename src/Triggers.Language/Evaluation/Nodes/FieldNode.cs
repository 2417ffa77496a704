using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>A field of a record or an entry of a map, by name.</summary>
internal sealed class FieldNode(Node operand, string name) : Node
{
    private readonly Value _key = Value.Of(name);
    private readonly Value _absent = Errors.NoSuchField(name);
    private readonly Value _noKey = Value.OfError($"no such key: {name}");

    public override Value Evaluate(EvaluationFrame frame)
    {
        var container = operand.Evaluate(frame);
        return container.Kind switch
        {
            ValueKind.Record => Read(container.AsRecord) is { IsPresent: true } value ? value : _absent,
            ValueKind.Map => container.AsMap.TryGetValue(_key, out var entry) ? entry : _noKey,
            _ => Errors.Of(container),
        };
    }

    /// <summary>The meaning of <c>has(operand.name)</c>.</summary>
    public Value IsPresent(EvaluationFrame frame)
    {
        var container = operand.Evaluate(frame);
        return container.Kind switch
        {
            ValueKind.Record => Value.Of(Read(container.AsRecord).IsPresent),
            ValueKind.Map => Value.Of(container.AsMap.ContainsKey(_key)),
            _ => Errors.Of(container),
        };
    }

    private Value Read(RecordValue record) => record.Type.Find(name) is { } field ? record[field.Ordinal] : Value.Absent;
}
