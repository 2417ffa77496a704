using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>A running sum of whole numbers, doubles or money: exact for whole numbers and money.</summary>
internal readonly struct RowSum
{
    private readonly Value _total;

    private RowSum(Value total) => _total = total;

    /// <summary>The sum; absent before the first amount.</summary>
    public Value Total => _total;

    /// <summary>The sum with one more amount; false when the amount is none, or the sum becomes too large for its type.</summary>
    public bool TryAdd(in Value amount, out RowSum sum)
    {
        var fits = _total.IsPresent ? TryAdd(_total, amount, out var total) : IsAmount(total = amount);
        sum = new(total);
        return fits;
    }

    private static bool IsAmount(in Value value) => value.Kind is ValueKind.Int or ValueKind.Double or ValueKind.Money;

    private static bool TryAdd(in Value left, in Value right, out Value total)
    {
        total = left;
        switch (right.Kind)
        {
            case ValueKind.Int:
                var whole = unchecked(left.AsInt + right.AsInt);
                total = Value.Of(whole);
                return ((left.AsInt ^ whole) & (right.AsInt ^ whole)) >= 0;
            case ValueKind.Double:
                total = Value.Of(left.AsDouble + right.AsDouble);
                return double.IsFinite(total.AsDouble);
            case ValueKind.Money:
                return ShortMoney.TryAdd(left, right, out total) || TryAdd(left.AsMoney, right.AsMoney, out total);
            default:
                return false;
        }
    }

    private static bool TryAdd(Money left, Money right, out Value total)
    {
        try
        {
            total = Value.Of(new Money(left.Amount + right.Amount, left.Currency));
            return true;
        }
        catch (OverflowException)
        {
            total = default;
            return false;
        }
    }
}
