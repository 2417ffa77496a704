using Triggers.Language.Evaluation;
using Triggers.Language.Evaluation.Nodes;
using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>
/// CEL's equality: numbers of different kinds are equal when their sizes are, NaN equals nothing, values of unrelated kinds differ, lists, maps and records are
/// compared by content. Costs one step a compared pair and more for long texts.
/// </summary>
internal static class Equality
{
    public static Value Equal(EvaluationFrame frame, in Value left, in Value right)
    {
        if (left.IsError || right.IsError)
        {
            return Errors.Of(left, right);
        }

        if (left.Kind == ValueKind.Money && right.Kind == ValueKind.Money && left.AsMoney.Currency != right.AsMoney.Currency)
        {
            return Errors.Currencies;
        }

        var same = Same(frame, left, right);
        return frame.StepsLeft < 0 ? Errors.OutOfSteps : Value.Of(same);
    }

    public static Value In(EvaluationFrame frame, in Value element, in Value container)
    {
        if (element.IsError || container.IsError)
        {
            return Errors.Of(element, container);
        }

        return container.Kind switch
        {
            ValueKind.List => InList(frame, element, container.AsList),
            ValueKind.Map => Steps.Pay(frame, Steps.Text(element)) ? Value.Of(Lookup.Find(container.AsMap, element, out _)) : Errors.OutOfSteps,
            _ => Errors.NoSuchOverload,
        };
    }

    /// <summary>The meaning of <c>==</c>; false as well when the steps are used up.</summary>
    private static bool Same(EvaluationFrame frame, in Value left, in Value right)
    {
        if (!Steps.Pay(frame, 1 + Steps.Text(left)))
        {
            return false;
        }

        return (left.Kind, right.Kind) switch
        {
            (ValueKind.String, ValueKind.String) => string.Equals(left.AsString, right.AsString, StringComparison.Ordinal),
            (ValueKind.List, ValueKind.List) => SameLists(frame, left.AsList, right.AsList),
            (ValueKind.Map, ValueKind.Map) => SameMaps(frame, left.AsMap, right.AsMap),
            (ValueKind.Record, ValueKind.Record) => SameRecords(frame, left.AsRecord, right.AsRecord),
            (ValueKind.Null, ValueKind.Null) or (ValueKind.Absent, ValueKind.Absent) => true,
            (ValueKind.Type, ValueKind.Type) => left.AsType.Equals(right.AsType),
            _ => Ordering.Compare(left, right) == 0,
        };
    }

    private static Value InList(EvaluationFrame frame, in Value element, IReadOnlyList<Value> list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (Same(frame, element, list[i]))
            {
                return Value.True;
            }
        }

        return frame.StepsLeft < 0 ? Errors.OutOfSteps : Value.False;
    }

    private static bool SameLists(EvaluationFrame frame, IReadOnlyList<Value> left, IReadOnlyList<Value> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!Same(frame, left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameMaps(EvaluationFrame frame, IReadOnlyDictionary<Value, Value> left, IReadOnlyDictionary<Value, Value> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach (var (key, value) in left)
        {
            if (!Lookup.Find(right, key, out var other) || !Same(frame, value, other))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameRecords(EvaluationFrame frame, RecordValue left, RecordValue right)
    {
        if (left.Type.Name != right.Type.Name || left.Type.Fields.Count != right.Type.Fields.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Type.Fields.Count; i++)
        {
            if (!Same(frame, left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }
}
