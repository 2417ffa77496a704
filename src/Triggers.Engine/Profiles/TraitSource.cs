using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles;

/// <summary>The values that an event has at the end of a field path: none, one, or one for each element of the lists on the way.</summary>
internal static class TraitSource
{
    /// <summary>Appends the values; <c>null</c> is no value.</summary>
    public static void Collect(FieldPath path, CustomerEvent source, List<Value> into) => Collect(path, 1, source[path.Fields[0].Ordinal], into);

    private static void Collect(FieldPath path, int depth, Value value, List<Value> into)
    {
        if (value.Kind == ValueKind.List && depth < path.Fields.Count)
        {
            foreach (var element in value.AsList)
            {
                Collect(path, depth, element, into);
            }
        }
        else if (value.Kind == ValueKind.Record && depth < path.Fields.Count)
        {
            Collect(path, depth + 1, value.AsRecord[path.Fields[depth].Ordinal], into);
        }
        else if (depth == path.Fields.Count && value.IsPresent && value.Kind != ValueKind.Null)
        {
            into.Add(value);
        }
    }
}
