using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>The arithmetic operators on values whose kinds are known only now. Whole numbers never wrap around: they overflow into an error.</summary>
internal static class Arithmetic
{
    public static Value Add(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => AddInts(left.AsInt, right.AsInt),
        (ValueKind.UInt, ValueKind.UInt) => left.AsUInt + right.AsUInt is var sum && sum < left.AsUInt ? Errors.UIntOverflow : Value.Of(sum),
        (ValueKind.Double, ValueKind.Double) => Value.Of(left.AsDouble + right.AsDouble),
        (ValueKind.String, ValueKind.String) => Value.Of(left.AsString + right.AsString),
        (ValueKind.Bytes, ValueKind.Bytes) => Value.Of([.. left.AsBytes, .. right.AsBytes]),
        (ValueKind.List, ValueKind.List) => Value.OfList([.. left.AsList, .. right.AsList]),
        (ValueKind.Money, ValueKind.Money) => ShortMoney.TryAdd(left, right, out var amount) ? amount : MoneyArithmetic.Add(left.AsMoney, right.AsMoney),
        (ValueKind.Timestamp, ValueKind.Duration) => Spans.Shift(left, right, 1),
        (ValueKind.Duration, ValueKind.Timestamp) => Spans.Shift(right, left, 1),
        (ValueKind.Duration, ValueKind.Duration) => Spans.Sum(left, right, 1),
        _ => Errors.Of(left, right),
    };

    public static Value Subtract(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => SubtractInts(left.AsInt, right.AsInt),
        (ValueKind.UInt, ValueKind.UInt) => left.AsUInt < right.AsUInt ? Errors.UIntOverflow : Value.Of(left.AsUInt - right.AsUInt),
        (ValueKind.Double, ValueKind.Double) => Value.Of(left.AsDouble - right.AsDouble),
        (ValueKind.Money, ValueKind.Money) => MoneyArithmetic.Subtract(left.AsMoney, right.AsMoney),
        (ValueKind.Timestamp, ValueKind.Duration) => Spans.Shift(left, right, -1),
        (ValueKind.Timestamp, ValueKind.Timestamp) => Spans.Between(left, right),
        (ValueKind.Duration, ValueKind.Duration) => Spans.Sum(left, right, -1),
        _ => Errors.Of(left, right),
    };

    public static Value Multiply(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => MultiplyInts(left.AsInt, right.AsInt),
        (ValueKind.UInt, ValueKind.UInt) => Math.BigMul(left.AsUInt, right.AsUInt, out var low) != 0 ? Errors.UIntOverflow : Value.Of(low),
        (ValueKind.Double, ValueKind.Double) => Value.Of(left.AsDouble * right.AsDouble),
        (ValueKind.Money, ValueKind.Int) when ShortMoney.TryMultiply(left, right.AsInt, out var product) => product,
        (ValueKind.Int, ValueKind.Money) when ShortMoney.TryMultiply(right, left.AsInt, out var product) => product,
        (ValueKind.Money, ValueKind.Int or ValueKind.UInt or ValueKind.Double) => MoneyArithmetic.Multiply(left.AsMoney, right),
        (ValueKind.Int or ValueKind.UInt or ValueKind.Double, ValueKind.Money) => MoneyArithmetic.Multiply(right.AsMoney, left),
        _ => Errors.Of(left, right),
    };

    public static Value Divide(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => right.AsInt switch
        {
            0 => Errors.DivideByZero,
            -1 => NegateInt(left.AsInt),
            var divisor => Value.Of(left.AsInt / divisor),
        },
        (ValueKind.UInt, ValueKind.UInt) => right.AsUInt == 0 ? Errors.DivideByZero : Value.Of(left.AsUInt / right.AsUInt),
        (ValueKind.Double, ValueKind.Double) => Value.Of(left.AsDouble / right.AsDouble),
        (ValueKind.Money, ValueKind.Int) => MoneyArithmetic.Divide(left.AsMoney, right.AsInt),
        _ => Errors.Of(left, right),
    };

    public static Value Remainder(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => right.AsInt switch
        {
            0 => Errors.ModulusByZero,
            -1 => left.AsInt == long.MinValue ? Errors.IntOverflow : Value.Of(0L),
            var divisor => Value.Of(left.AsInt % divisor),
        },
        (ValueKind.UInt, ValueKind.UInt) => right.AsUInt == 0 ? Errors.ModulusByZero : Value.Of(left.AsUInt % right.AsUInt),
        _ => Errors.Of(left, right),
    };

    public static Value Negate(Value operand) => operand.Kind switch
    {
        ValueKind.Int => NegateInt(operand.AsInt),
        ValueKind.Double => Value.Of(-operand.AsDouble),
        ValueKind.Money => Value.Of(operand.AsMoney with { Amount = -operand.AsMoney.Amount }),
        ValueKind.Duration => Spans.Sum(Value.OfDuration(0), operand, -1),
        _ => Errors.Of(operand),
    };

    public static Value AddInts(long left, long right)
    {
        var sum = unchecked(left + right);
        return ((left ^ sum) & (right ^ sum)) < 0 ? Errors.IntOverflow : Value.Of(sum);
    }

    public static Value SubtractInts(long left, long right)
    {
        var difference = unchecked(left - right);
        return ((left ^ right) & (left ^ difference)) < 0 ? Errors.IntOverflow : Value.Of(difference);
    }

    private static Value MultiplyInts(long left, long right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high == low >> 63 ? Value.Of(low) : Errors.IntOverflow;
    }

    private static Value NegateInt(long value) => value == long.MinValue ? Errors.IntOverflow : Value.Of(-value);
}
