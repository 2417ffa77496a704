using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>Reads lists by position and maps by key. Number keys are found whatever kind of number asks: <c>m[1.0]</c> finds the entry of <c>1</c>.</summary>
internal static class Lookup
{
    public static Value Index(Value container, Value index) => container.Kind switch
    {
        _ when container.IsError || index.IsError => Errors.Of(container, index),
        ValueKind.List => Element(container.AsList, index),
        ValueKind.Map => Find(container.AsMap, index, out var value) ? value : Errors.NoSuchKey,
        _ => Errors.NoSuchOverload,
    };

    public static bool Find(IReadOnlyDictionary<Value, Value> map, in Value key, out Value value)
    {
        if (map.TryGetValue(key, out value))
        {
            return true;
        }

        return key.Kind switch
        {
            ValueKind.Int => key.AsInt >= 0 && map.TryGetValue(Value.Of((ulong)key.AsInt), out value),
            ValueKind.UInt => key.AsUInt <= long.MaxValue && map.TryGetValue(Value.Of((long)key.AsUInt), out value),
            ValueKind.Double => (WholeInt(key.AsDouble) is { } whole && map.TryGetValue(Value.Of(whole), out value)) ||
                (WholeUInt(key.AsDouble) is { } unsigned && map.TryGetValue(Value.Of(unsigned), out value)),
            _ => false,
        };
    }

    private static Value Element(IReadOnlyList<Value> list, in Value index)
    {
        var position = index.Kind switch
        {
            ValueKind.Int => index.AsInt,
            ValueKind.UInt => index.AsUInt <= long.MaxValue ? (long)index.AsUInt : -1,
            ValueKind.Double => WholeInt(index.AsDouble),
            _ => null,
        };
        return position switch
        {
            null => Errors.IndexType,
            < 0 => Errors.IndexRange,
            var p => p < list.Count ? list[(int)p] : Errors.IndexRange,
        };
    }

    private static long? WholeInt(double number) => number is >= -9.2233720368547758e18 and < 9.2233720368547758e18 && number == Math.Floor(number) ? (long)number : null;

    private static ulong? WholeUInt(double number) => number is >= 0 and < 1.8446744073709552e19 && number == Math.Floor(number) ? (ulong)number : null;
}
