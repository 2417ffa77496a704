using Triggers.Language.Functions;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Nodes;

/// <summary>Makes a map. Keys are texts, whole numbers and booleans; equal keys are an error.</summary>
internal sealed class MapNode((Node Key, Node Value)[] entries) : Node
{
    public override Value Evaluate(EvaluationFrame frame)
    {
        var map = new Dictionary<Value, Value>(entries.Length);
        foreach (var entry in entries)
        {
            var key = entry.Key.Evaluate(frame);
            if (key.Kind is not (ValueKind.String or ValueKind.Int or ValueKind.UInt or ValueKind.Bool))
            {
                return key.IsError ? key : Errors.KeyType;
            }

            var value = entry.Value.Evaluate(frame);
            if (value.IsError)
            {
                return value;
            }

            if (Lookup.Find(map, key, out _))
            {
                return Errors.RepeatedKey;
            }

            map.Add(key, value);
        }

        return Value.OfMap(map);
    }
}
