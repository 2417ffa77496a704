using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Runtime.Contracts;
using Triggers.Runtime.Ingest;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Scenarios;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>The events of a scenario as the feed of a run over files, and what the run gave, by customer.</summary>
internal sealed class ScenarioFeed(Universe universe, IReadOnlyList<(Identifier Customer, NaiveEvent Event)> events) : IEventFeed, IRunSink
{
    private int _read;

    /// <summary>What happened to each customer.</summary>
    public Dictionary<CustomerKey, CustomerStory> Stories { get; } = [];

    /// <inheritdoc/>
    public CustomerEvent Event { get; private set; } = new();

    /// <inheritdoc/>
    public DeadLetter Dead => throw new InvalidOperationException("A scenario has no dead letters.");

    /// <inheritdoc/>
    public double Progress => (double)_read / Math.Max(1, events.Count);

    /// <inheritdoc/>
    public DecodedKind? Next()
    {
        if (_read == events.Count)
        {
            return null;
        }

        var (customer, happened) = events[_read++];
        Event = universe.Event(happened, customer, KeySecret.ForFiles.KeyOf(customer));
        return DecodedKind.Event;
    }

    /// <inheritdoc/>
    public void Take(FoldOutput output)
    {
        var steps = output.Steps;
        foreach (var customer in steps.Memberships.Select(m => m.Customer).Concat(steps.Runs.Select(r => r.Customer)).Distinct())
        {
            if (!Stories.TryGetValue(customer, out var story))
            {
                Stories.Add(customer, story = new());
            }

            EngineTeller.Tell(
                steps.Memberships.Where(m => m.Customer == customer), steps.Runs.Where(r => r.Customer == customer), steps.Decisions.Where(d => d.Customer == customer),
                steps.Messages.Where(m => m.Customer == customer), story);
        }
    }

    /// <inheritdoc/>
    public void Take(DeadLetter letter) => throw new InvalidOperationException(letter.ToString());

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
