using Triggers.Language.Evaluation.Nodes;
using Triggers.Language.Functions;
using Triggers.Language.Syntax;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Language.Evaluation.Predicates;

/// <summary>
/// Reads predicates from the nodes that are evaluated, so that both mean the same by construction: what has no exact counterpart is left to evaluation.
/// </summary>
internal static class PredicateReader
{
    public static EventConjunction Read(Node root)
    {
        var found = new List<EventPredicate>(root is AndNode and ? and.Operands.Length : 1);
        var isWhole = Collect(root, found);
        return found.Count > 0 ? new(found, isWhole) : isWhole ? EventConjunction.Always : EventConjunction.Unknown;
    }

    /// <summary>Adds the predicates of a conjunction; false when something else is part of it.</summary>
    private static bool Collect(Node node, List<EventPredicate> found)
    {
        if (node is AndNode and)
        {
            var isWhole = true;
            foreach (var operand in and.Operands)
            {
                isWhole &= Collect(operand, found);
            }

            return isWhole;
        }

        if (Predicate(node) is { } predicate)
        {
            found.Add(predicate);
            return true;
        }

        return node is ConstantNode { Value.IsTrue: true };
    }

    private static EventPredicate? Predicate(Node node) => node switch
    {
        VariableFieldNode { Field.Type.Kind: DataTypeKind.Bool } flag => Make(flag, PredicateOperator.Equal, Value.True),
        VariablePresenceNode { Slot: EvaluationFrame.Event } presence => new(presence.Field, PredicateOperator.Present, []),
        NotNode not => Predicate(not.Operand) is { } predicate ? Opposite(predicate) : null,
        TextEqualityNode text => Make(text.Operand, Equality(text.Wanted), Value.Of(text.Constant)),
        IntOrderNode order => Make(order.Operand, Order(order.Operator), Value.Of(order.Constant)),
        MoneyOrderNode order => Amount(order.Constant) is { } amount ? Make(order.Operand, Order(order.Operator), amount) : null,
        EqualityNode { Right: ConstantNode right } equality => Make(equality.Left, Equality(equality.Wanted), right.Value),
        EqualityNode { Left: ConstantNode left } equality => Make(equality.Right, Equality(equality.Wanted), left.Value),
        OrderNode { Right: ConstantNode right } order => Make(order.Left, Order(order.Operator), right.Value),
        OrderNode { Left: ConstantNode left } order => Make(order.Right, Order(OperandOrder.Mirror(order.Operator)!.Value), left.Value),
        InNode { Container: ConstantNode { Value: { Kind: ValueKind.List } list } } member => Membership(member.Element, list.AsList),
        _ => null,
    };

    private static PredicateOperator Equality(bool wanted) => wanted ? PredicateOperator.Equal : PredicateOperator.NotEqual;

    private static PredicateOperator Order(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Equal => PredicateOperator.Equal,
        BinaryOperator.NotEqual => PredicateOperator.NotEqual,
        BinaryOperator.Less => PredicateOperator.Less,
        BinaryOperator.LessOrEqual => PredicateOperator.LessOrEqual,
        BinaryOperator.Greater => PredicateOperator.Greater,
        _ => PredicateOperator.GreaterOrEqual,
    };

    private static EventPredicate? Make(Node operand, PredicateOperator @operator, in Value constant)
    {
        // The time of an event may still be clamped to the log's after its predicates were looked at.
        if (operand is not VariableFieldNode { Slot: EvaluationFrame.Event, Field: { Ordinal: not EventType.TimeOrdinal } field } ||
            OfType(field.Type.Kind, constant) is not { } value)
        {
            return null;
        }

        var isOrder = @operator is >= PredicateOperator.Less and <= PredicateOperator.GreaterOrEqual;
        return (field.Type.Kind, @operator) switch
        {
            (DataTypeKind.Bool or DataTypeKind.String, _) when isOrder => null,
            (DataTypeKind.Bool, PredicateOperator.NotEqual) => new(field, PredicateOperator.Equal, [Value.Of(!value.AsBool)]),
            _ => new(field, @operator, [value]),
        };
    }

    private static EventPredicate? Membership(Node element, IReadOnlyList<Value> list)
    {
        // Numbers beside money in a list are compared in another way than after `==`, and a list of booleans is not worth a thought.
        if (element is not VariableFieldNode { Slot: EvaluationFrame.Event, Field: { Ordinal: not EventType.TimeOrdinal } field } || field.Type.Kind is DataTypeKind.Money or DataTypeKind.Bool)
        {
            return null;
        }

        var operands = new Value[list.Count];
        for (var i = 0; i < operands.Length; i++)
        {
            if (OfType(field.Type.Kind, list[i]) is not { } value)
            {
                return null;
            }

            operands[i] = value;
        }

        return new(field, PredicateOperator.In, operands);
    }

    /// <summary>The predicate that is true where this one is false and, as this one, not where the field is absent; null for orders, where NaN is neither.</summary>
    private static EventPredicate? Opposite(EventPredicate predicate)
    {
        var (field, @operator, operands) = predicate;
        return @operator switch
        {
            PredicateOperator.Equal when field.Type.Kind == DataTypeKind.Bool => new(field, @operator, [Value.Of(!operands[0].AsBool)]),
            PredicateOperator.Equal => new(field, PredicateOperator.NotEqual, operands),
            PredicateOperator.NotEqual => new(field, PredicateOperator.Equal, operands),
            PredicateOperator.In => new(field, PredicateOperator.NotIn, operands),
            PredicateOperator.NotIn => new(field, PredicateOperator.In, operands),
            _ => null,
        };
    }

    /// <summary>The constant as a value of the field's type that compares in the same way; null when there is none.</summary>
    private static Value? OfType(DataTypeKind type, in Value constant) => (type, constant.Kind) switch
    {
        (DataTypeKind.Bool, ValueKind.Bool) or (DataTypeKind.Int, ValueKind.Int) or (DataTypeKind.UInt, ValueKind.UInt) => constant,
        (DataTypeKind.String, ValueKind.String) or (DataTypeKind.Timestamp, ValueKind.Timestamp) => constant,
        (DataTypeKind.Int, ValueKind.UInt) when constant.AsUInt <= long.MaxValue => Value.Of((long)constant.AsUInt),
        (DataTypeKind.UInt, ValueKind.Int) when constant.AsInt >= 0 => Value.Of((ulong)constant.AsInt),
        (DataTypeKind.Double, ValueKind.Double) when !double.IsNaN(constant.AsDouble) => constant,
        (DataTypeKind.Double, ValueKind.Int) => Value.Of((double)constant.AsInt),
        (DataTypeKind.Double, ValueKind.UInt) => Value.Of((double)constant.AsUInt),
        (DataTypeKind.Money, ValueKind.Money) when constant.AsMoney.Currency.Length == 0 => constant,
        (DataTypeKind.Money, ValueKind.Int or ValueKind.UInt or ValueKind.Double) => MoneyArithmetic.Amount(constant) is { } amount ? Amount(amount) : null,
        _ => null,
    };

    private static Value? Amount(decimal amount)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);
        return bits[2] == 0 && bits[1] >= 0 && (byte)(bits[3] >> 16) <= 18 ? Value.Of(new Money(amount, "")) : null;
    }
}
