using System.Text;
using Triggers.Engine.State;
using Triggers.Language.Plan;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Profiles.Traits;

/// <summary>
/// The exact sum or the average of a field. Whole numbers and amounts are added exactly; decimal numbers are rounded to nine places and added as decimals, so that the order
/// in which events come does not matter. Numbers beyond ±10¹⁸, infinities and NaN are left out. An average of amounts is rounded to six places, half to even.
/// </summary>
internal sealed class SumRule(TraitPlan plan, string currency) : TraitRule(plan)
{
    private const double GreatestNumber = 1e18;
    private const int NumberPlaces = 9;
    private const int AveragePlaces = 6;

    private readonly DataTypeKind _type = plan.Source!.Type.Kind;
    private readonly bool _isAverage = plan.Kind == TraitKind.Average;
    private readonly byte[] _currency = Encoding.UTF8.GetBytes(currency);

    /// <inheritdoc/>
    public override Value Read(Series? series, StateHeap heap, Timestamp now)
    {
        var (sum, count) = (0m, 0L);
        foreach (ref readonly var bucket in InWindow(series, now))
        {
            sum += bucket.Sum;
            count += bucket.Count;
        }

        if (_isAverage && count == 0)
        {
            return Value.Absent;
        }

        var unit = series is null || heap[series.Unit].SequenceEqual(_currency) ? currency : heap.Text(series.Unit);
        return _isAverage ? Average(sum, count, unit) : Sum(sum, unit);
    }

    /// <inheritdoc/>
    protected override void Insert(Series series, StateHeap heap, long time, Value value)
    {
        if (Number(value) is not { } number)
        {
            return;
        }

        if (value.Kind == ValueKind.Money && !IsIn(series, heap, value.Currency))
        {
            // Another currency of the workspace: what was summed before is not comparable.
            series.Begin(series.Trait, series.Kind, series.IsKeyed, series.Key);
            series.Unit = heap.Add(value.Currency);
        }

        var entry = new Bucket { Time = time, First = time, Count = 1, Sum = number };
        if (HasWindow || series.Count == 0)
        {
            InsertSliced(series, entry, heap);
            return;
        }

        entry.Time = Math.Max(time, series[0].Time);
        Merge(ref entry, series[0], heap);
        series[0] = entry;
    }

    private bool IsIn(Series series, StateHeap heap, string unit) => unit == currency ? heap[series.Unit].SequenceEqual(_currency) : heap.Holds(series.Unit, unit);

    private static decimal? Number(Value value) => value.Kind switch
    {
        ValueKind.Int => value.AsInt,
        ValueKind.Money => value.AsMoney.Amount,
        ValueKind.Double when Math.Abs(value.AsDouble) < GreatestNumber => Math.Round((decimal)value.AsDouble, NumberPlaces),
        _ => null,
    };

    private Value Sum(decimal sum, string unit) => _type switch
    {
        DataTypeKind.Int => sum is >= long.MinValue and <= long.MaxValue ? Value.Of((long)sum) : Value.OfError($"the sum {sum} is no whole number of 64 bits"),
        DataTypeKind.Money => Money(sum, unit),
        _ => Value.Of((double)sum),
    };

    private Value Average(decimal sum, long count, string unit) => _type == DataTypeKind.Money
        ? Money(Math.Round(sum / count, AveragePlaces), unit)
        : Value.Of((double)(sum / count));

    private static Value Money(decimal amount, string unit)
    {
        try
        {
            return Value.Of(new Money(amount, unit));
        }
        catch (OverflowException)
        {
            return Value.OfError($"the amount {amount} has more than 18 digits");
        }
    }
}
