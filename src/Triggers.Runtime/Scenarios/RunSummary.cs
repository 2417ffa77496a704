using Triggers.Engine;
using Triggers.Engine.Leases;
using Triggers.Engine.Profiles;
using Triggers.Language.Plan;
using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Model.Verdicts;
using Triggers.Runtime.Partitions;

namespace Triggers.Runtime.Scenarios;

/// <summary>The counts of one run. Grows while the run goes on; not thread-safe.</summary>
public sealed class RunSummary
{
    private readonly CustomerSet _customers = new();
    private readonly Dictionary<string, TriggerTally> _byName = new(StringComparer.Ordinal);

    /// <summary>Source records read; of a log, records of every kind.</summary>
    public long Records { get; set; }

    /// <summary>Records that became events.</summary>
    public long Events { get; set; }

    /// <summary>Events whose id the customer had had before; only events that some rule uses are looked at.</summary>
    public long Duplicates { get; set; }

    /// <summary>Events later than their type allows; only events that some rule uses are looked at.</summary>
    public long Late { get; set; }

    /// <summary>Records that are no events.</summary>
    public long Dead { get; set; }

    /// <summary>Different customers with at least one event.</summary>
    public int Customers => _customers.Count;

    /// <summary>Messages sent.</summary>
    public long Messages { get; private set; }

    /// <summary>Every trigger of the workspace by name, also those that did nothing.</summary>
    public SortedList<string, TriggerTally> Triggers { get; } = new(StringComparer.Ordinal);

    /// <summary>Every segment and stage of the workspace by name, also those that nobody entered.</summary>
    public SortedList<string, SegmentTally> Segments { get; } = new(StringComparer.Ordinal);

    /// <summary>The workspace's time zone; empty of a log, whose rules may change.</summary>
    public string Zone { get; private set; } = "";

    /// <summary>Every budget of the workspace by name, when a run over files has ended. A log has several partitions, each with a share: none.</summary>
    public SortedList<string, BudgetTally> Budgets { get; } = new(StringComparer.Ordinal);

    /// <summary>Every code pool of the workspace by name, when a run over files has ended.</summary>
    public SortedList<string, PoolTally> Pools { get; } = new(StringComparer.Ordinal);

    /// <summary>How long the run took.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Names every trigger and segment of a workspace.</summary>
    public void Expect(WorkspacePlan plan)
    {
        foreach (var membership in plan.Memberships.Where(m => m.Kind != MembershipKind.Crossing))
        {
            Segments.TryAdd(membership.Name, new());
        }

        // Sorted before: a sorted list would move half of its entries for each.
        foreach (var trigger in plan.Triggers.Select(trigger => trigger.Name).Order(StringComparer.Ordinal))
        {
            Of(trigger);
        }
    }

    /// <summary>Writes down what is left of budgets and codes.</summary>
    public void Take(LeaseBook leases, WorkspacePlan plan)
    {
        Zone = plan.Zone;
        foreach (var budget in plan.Budgets)
        {
            var (period, booked) = leases.Find(budget)?.Booked is [.., var last] ? last : (Timestamp.Beginning, 0);
            Budgets[budget.Name] = new(budget, booked, period);
        }

        foreach (var pool in plan.Messaging.Pools)
        {
            var left = leases.Find(pool)?.Left ?? 0;
            Pools[pool.Name] = new(pool.Count - left, left);
        }
    }

    /// <summary>Counts an event's customer.</summary>
    public void Saw(CustomerKey customer) => _customers.Add(customer);

    /// <summary>Counts what folding gave.</summary>
    public void Add(FoldOutput output)
    {
        Duplicates += output.Duplicates;
        Late += output.Late.Count;
        Dead += output.Dead.Count;
        Messages += output.Steps.Messages.Count;
        foreach (var decision in output.Steps.Decisions)
        {
            Add(decision);
        }

        foreach (var change in output.Steps.Runs)
        {
            if (change.Kind == RunChangeKind.Crowded)
            {
                Of(change.Trigger).Crowded++;
            }
        }

        foreach (var change in output.Steps.Memberships)
        {
            Add(change);
        }
    }

    private void Add(in MembershipChange change)
    {
        if (Segments.TryGetValue(change.Membership.Name, out var tally) && change.Membership.Kind != MembershipKind.Crossing)
        {
            tally.Entered += change.Entered ? 1 : 0;
            tally.Left += change.Entered ? 0 : 1;
        }
    }

    private void Add(Decision decision)
    {
        var tally = Of(decision.Trigger);
        if (decision.Outcome == Outcome.Sent)
        {
            tally.Messages++;
            tally.Channels.Add(decision.Channel!);
        }
        else if (decision.Outcome == Outcome.Refused)
        {
            tally.Refused.Add(decision.Gate!);
        }
    }

    private TriggerTally Of(string trigger)
    {
        if (!_byName.TryGetValue(trigger, out var tally))
        {
            tally = new();
            _byName.Add(trigger, tally);
            Triggers.Add(trigger, tally);
        }

        return tally;
    }
}
