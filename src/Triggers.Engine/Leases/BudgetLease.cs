using System.Collections.Immutable;
using Triggers.Model.Time;

namespace Triggers.Engine.Leases;

/// <summary>A partition's share of one budget. Immutable.</summary>
/// <param name="Name">Name of the budget.</param>
/// <param name="Granted">What may be booked in each of its periods: money in the workspace's currency, or a number of messages.</param>
/// <param name="Booked">First instant of a period → what is booked in it, more than 0; a budget without periods has one that begins with time.</param>
public sealed record BudgetLease(string Name, decimal Granted, ImmutableSortedDictionary<Timestamp, decimal> Booked)
{
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(32);

    /// <summary>A share from which nothing was booked.</summary>
    public static BudgetLease Of(string name, decimal granted) => new(name, granted, ImmutableSortedDictionary<Timestamp, decimal>.Empty);

    /// <summary>What is booked in a period, 0 or more.</summary>
    public decimal BookedIn(Timestamp period) => Booked.GetValueOrDefault(period);

    /// <summary>The same with <paramref name="amount"/> more, or less, booked in a period.</summary>
    public BudgetLease Book(Timestamp period, decimal amount)
    {
        var booked = BookedIn(period) + amount;
        return this with { Booked = booked > 0 ? Booked.SetItem(period, booked) : Booked.Remove(period) };
    }

    /// <summary>The same without the periods that are over at <paramref name="now"/>: none is longer than a month.</summary>
    public BudgetLease Forget(Timestamp now)
    {
        var booked = Booked;
        foreach (var period in Booked.Keys)
        {
            if (period != Timestamp.Beginning && now - period > LongestPeriod)
            {
                booked = booked.Remove(period);
            }
        }

        return ReferenceEquals(booked, Booked) ? this : this with { Booked = booked };
    }
}
