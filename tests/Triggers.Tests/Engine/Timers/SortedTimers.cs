using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Tests.Engine.Timers;

/// <summary>What a timer wheel must do, in the plainest way.</summary>
public sealed class SortedTimers
{
    private readonly Dictionary<CustomerKey, Timestamp> _deadlines = [];
    private readonly SortedSet<(Timestamp Deadline, CustomerKey Customer)> _sorted = [];

    public int Count => _sorted.Count;

    public Timestamp Earliest => _sorted.Count > 0 ? _sorted.Min.Deadline : Timestamp.Never;

    public void Arm(CustomerKey customer, Timestamp deadline)
    {
        _sorted.Remove((DeadlineOf(customer), customer));
        _deadlines.Remove(customer);
        if (deadline != Timestamp.Never)
        {
            _deadlines.Add(customer, deadline);
            _sorted.Add((deadline, customer));
        }
    }

    public Timestamp DeadlineOf(CustomerKey customer) => _deadlines.GetValueOrDefault(customer, Timestamp.Never);

    public List<(Timestamp Deadline, CustomerKey Customer)> Due(Timestamp now, int limit) => [.. _sorted.TakeWhile(entry => entry.Deadline <= now).Take(limit)];
}
