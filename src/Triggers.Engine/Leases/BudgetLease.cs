using Triggers.Model.Time;

namespace Triggers.Engine.Leases;

/// <summary>A partition's share of one budget. Not thread-safe.</summary>
/// <param name="name">Name of the budget.</param>
public sealed class BudgetLease(string name)
{
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(32);

    private readonly List<(Timestamp Period, decimal Amount)> _booked = [];

    /// <summary>Name of the budget.</summary>
    public string Name { get; } = name;

    /// <summary>What may be booked in each period: money in the workspace's currency, or a number of messages.</summary>
    public decimal Granted { get; set; }

    /// <summary>What is booked, more than 0, by the first instant of its period, ascending; a budget without periods has one that begins with time.</summary>
    public IReadOnlyList<(Timestamp Period, decimal Amount)> Booked => _booked;

    /// <summary>What is booked in a period, 0 or more.</summary>
    public decimal BookedIn(Timestamp period) => Find(period) is var place && place < _booked.Count && _booked[place].Period == period ? _booked[place].Amount : 0;

    /// <summary>Books an amount in a period, or where it is negative takes it back.</summary>
    public void Book(Timestamp period, decimal amount)
    {
        var place = Find(period);
        if (place == _booked.Count || _booked[place].Period != period)
        {
            _booked.Insert(place, (period, amount));
        }
        else if (_booked[place].Amount + amount is var booked && booked > 0)
        {
            _booked[place] = (period, booked);
        }
        else
        {
            _booked.RemoveAt(place);
        }
    }

    /// <summary>Forgets the periods that are over at <paramref name="now"/>: none is longer than a month.</summary>
    public void Forget(Timestamp now)
    {
        var oldest = now - LongestPeriod;
        for (var i = _booked.Count - 1; i >= 0; i--)
        {
            if (_booked[i].Period < oldest && _booked[i].Period != Timestamp.Beginning)
            {
                _booked.RemoveAt(i);
            }
        }
    }

    /// <summary>The same, to be changed on its own.</summary>
    public BudgetLease Copy()
    {
        var copy = new BudgetLease(Name) { Granted = Granted };
        copy._booked.AddRange(_booked);
        return copy;
    }

    private int Find(Timestamp period)
    {
        var place = 0;
        while (place < _booked.Count && _booked[place].Period < period)
        {
            place++;
        }

        return place;
    }
}
