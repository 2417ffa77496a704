using Triggers.Language.Plan;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles;

/// <summary>The values that an event has at the end of a field path: none, one, or one for each element of the lists on the way.</summary>
internal sealed class TraitSource(FieldPath path)
{
    private readonly int[] _ordinals = [.. path.Fields.Select(field => field.Ordinal)];

    /// <summary>True when the path is one field of the event: there is no more than one value.</summary>
    public bool IsOneField => _ordinals.Length == 1;

    /// <summary>The value of the first field; absent also for <c>null</c>, which is no value.</summary>
    public Value First(CustomerEvent source) => source[_ordinals[0]] is { Kind: not ValueKind.Null } value ? value : Value.Absent;

    /// <summary>Appends the values; <c>null</c> is no value.</summary>
    public void Collect(CustomerEvent source, List<Value> into) => Collect(1, source[_ordinals[0]], into);

    private void Collect(int depth, Value value, List<Value> into)
    {
        if (depth == _ordinals.Length)
        {
            if (value.IsPresent && value.Kind != ValueKind.Null)
            {
                into.Add(value);
            }
        }
        else if (value.Kind == ValueKind.List)
        {
            foreach (var element in value.AsList)
            {
                Collect(depth, element, into);
            }
        }
        else if (value.Kind == ValueKind.Record)
        {
            Collect(depth + 1, value.AsRecord[_ordinals[depth]], into);
        }
    }
}
