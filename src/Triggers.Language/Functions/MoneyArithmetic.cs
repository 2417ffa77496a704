using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>
/// Arithmetic with money, in exact decimals. Amounts have at most 18 digits: decimal places beyond them are rounded half to even, larger amounts are an error. A
/// quotient is rounded to <see cref="QuotientDecimals"/> places.
/// </summary>
internal static class MoneyArithmetic
{
    public const int QuotientDecimals = 6;

    private const decimal Largest = 999_999_999_999_999_999m;

    private const int MostPlaces = 18;

    private static readonly decimal[] LargestByPlaces = LargestOf();

    public static Value Add(Money left, Money right) =>
        left.Currency == right.Currency ? Of(left.Amount + right.Amount, left.Currency) : Errors.Currencies;

    public static Value Subtract(Money left, Money right) =>
        left.Currency == right.Currency ? Of(left.Amount - right.Amount, left.Currency) : Errors.Currencies;

    public static Value Multiply(Money money, Value factor) => Amount(factor) is { } number ? Multiply(money, number) : Errors.MoneyRange;

    public static Value Multiply(Money money, decimal factor)
    {
        var size = Math.Abs((double)money.Amount * (double)factor);
        return size > (double)Largest ? Errors.MoneyRange : Of(money.Amount * factor, money.Currency);
    }

    public static Value Divide(Money money, long divisor) => divisor == 0
        ? Errors.DivideByZero
        : Of(Math.Round(money.Amount / divisor, QuotientDecimals, MidpointRounding.ToEven), money.Currency);

    /// <summary>A number as an exact decimal; null when it is too large or not a number. A double means its shortest decimal of 15 digits.</summary>
    public static decimal? Amount(in Value number) => number.Kind switch
    {
        ValueKind.Int => number.AsInt,
        ValueKind.UInt => number.AsUInt,
        ValueKind.Double when Math.Abs(number.AsDouble) < (double)Largest => (decimal)number.AsDouble,
        _ => null,
    };

    /// <summary>Order of an amount and a number: negative, 0, positive; null for NaN.</summary>
    public static int? Compare(decimal amount, in Value number)
    {
        if (Amount(number) is { } exact)
        {
            return amount.CompareTo(exact);
        }

        var size = number.AsDouble;
        return double.IsNaN(size) ? null : size > 0 ? -1 : 1;
    }

    private static Value Of(decimal amount, string currency)
    {
        if (Math.Abs(amount) > Largest)
        {
            return Errors.MoneyRange;
        }

        var places = Math.Min((int)amount.Scale, 18);
        while (Math.Abs(amount) > Whole(places) || amount.Scale > places)
        {
            if (Math.Abs(amount) <= Whole(places))
            {
                amount = Math.Round(amount, places, MidpointRounding.ToEven);
                break;
            }

            places--;
        }

        return Value.Of(new Money(amount, currency));
    }

    /// <summary>The largest amount that fits into 18 digits with this many decimal places, 0 to 18.</summary>
    private static decimal Whole(int places) => LargestByPlaces[places];

    private static decimal[] LargestOf()
    {
        var largest = new decimal[MostPlaces + 1];
        largest[0] = Largest;
        for (var places = 1; places < largest.Length; places++)
        {
            largest[places] = largest[places - 1] / 10;
        }

        return largest;
    }
}
