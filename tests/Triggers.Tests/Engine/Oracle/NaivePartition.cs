using Triggers.Model.Customers;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Several customers of one partition, in the plainest way: a clock, and one oracle a customer.</summary>
internal sealed class NaivePartition(IReadOnlyDictionary<string, long?> lateness)
{
    private const int TimersInTick = 250;

    private readonly SortedDictionary<CustomerKey, NaiveCustomer> _customers = [];
    private NaiveRules _rules = NaiveRules.None;

    /// <summary>The largest log time.</summary>
    public long Clock { get; private set; } = long.MinValue;

    /// <summary>The earliest deadline of any customer; null: none.</summary>
    public long? NextDeadline => _customers.Values.Min(c => c.NextDeadline);

    /// <summary>What happened to each customer, by key.</summary>
    public IEnumerable<(CustomerKey Key, CustomerStory Story)> Stories => _customers.Select(c => (c.Key, c.Value.Story));

    public void Publish(NaiveRules rules)
    {
        _rules = rules;
        foreach (var customer in _customers.Values)
        {
            customer.Publish(rules);
        }
    }

    public void On(Identifier identifier, NaiveEvent happened, long logTime)
    {
        Clock = Math.Max(Clock, logTime);
        var key = KeySecret.ForFiles.KeyOf(identifier);
        if (!_customers.TryGetValue(key, out var customer))
        {
            _customers.Add(key, customer = new(identifier.Value, key.ToString(), lateness));
            customer.Publish(_rules);
        }

        customer.On(happened, Clock);
    }

    /// <summary>Fires what is due, at most 250 timers, those of one customer and instant together, in order of deadline and customer.</summary>
    public void Tick(long logTime)
    {
        Clock = Math.Max(Clock, logTime);
        for (var left = TimersInTick; left > 0 && NextDeadline <= Clock;)
        {
            var due = NextDeadline;
            left -= _customers.Values.First(c => c.NextDeadline == due).Tick(Clock, 1);
        }
    }

    /// <summary>Ticks at each deadline up to a time, as a run over files does.</summary>
    public void TickUpTo(long time)
    {
        while (NextDeadline is { } due && due <= time)
        {
            Tick(due);
        }
    }
}
