using System.Buffers;
using Triggers.Engine;
using Triggers.Engine.Intake;
using Triggers.Engine.Leases;
using Triggers.Engine.State;
using Triggers.Engine.Timers;
using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Log;
using Triggers.Model.Time;
using Triggers.Runtime.Rulesets;

namespace Triggers.Runtime.Partitions;

/// <summary>
/// Folds one partition of the log: the same records always give the same states, decisions and messages, wherever batches are cut. Live running, repeating a dump and
/// file runs are this class with different edges. Holds the partition's clock, the rules in force, its timers and its leases. Not thread-safe.
/// </summary>
public sealed class PartitionFold(int partition, RulesetCache rulesets)
{
    /// <summary>A tick fires so many timers at most, and those of one customer and instant together, in order of (deadline, customer): no record causes unbounded work.</summary>
    public const int TimersPerTick = 250;

    private readonly List<(Timestamp Deadline, CustomerKey Customer)> _due = [];
    private readonly ArrayBufferWriter<byte> _canonical = new();
    private Ruleset? _rules;

    /// <summary>The largest log time folded.</summary>
    public Timestamp Clock { get; private set; } = Timestamp.Beginning;

    /// <summary>The rules in force; null before the first rules record.</summary>
    public Ruleset? Rules => _rules;

    /// <summary>Version of the rules in force; null before the first rules record.</summary>
    public string? RulesVersion => _rules?.Plan.Version;

    /// <summary>What the partition may spend and give out, of budgets and codes that all customers share.</summary>
    public LeaseBook Leases { get; private set; } = new();

    /// <summary>Earliest deadline of every customer with a timer.</summary>
    public TimerWheel Timers { get; } = new();

    /// <summary>Goes to where a partition record says the partition was. Timers are armed by the caller.</summary>
    public void Restore(Timestamp clock, Ruleset? rules, LeaseBook leases) => (Clock, _rules, Leases) = (clock, rules, leases);

    /// <summary>Where the fold is now, for <see cref="Rollback"/>.</summary>
    public FoldMark Mark() => new(Clock, _rules, Leases.Copy());

    /// <summary>Undoes a batch: clock, rules, leases and the timers of what it changed go back.</summary>
    public void Rollback(FoldMark mark, StateOverlay batch)
    {
        (Clock, _rules, Leases) = (mark.Clock, mark.Rules, mark.Leases.Copy());
        foreach (var state in batch.Changed())
        {
            Timers.Arm(state.Customer, batch.DeadlineBefore(state.Customer));
        }
    }

    /// <summary>True when folding this event now would need its customer's state; a guess ahead of a rules record in the same batch.</summary>
    public bool WillTouch(in LogRecord record) => _rules?.Reader.MayTouch(record.Body.Span) == true;

    /// <summary>Begins to make the rules of a rules record on another thread, so that <see cref="Switch"/> has them when its turn comes.</summary>
    public Task<Ruleset> PrepareAsync(in LogRecord record) => rulesets.PrepareAsync(record.Body);

    /// <summary>Folds a rules record whose rules are at hand.</summary>
    public void Switch(Timestamp logTime, Ruleset rules)
    {
        Advance(logTime);
        _rules = rules;
    }

    /// <summary>Folds one record, or changes nothing and says that states are missing. The rules of a rules record are made on this thread unless they are at hand.</summary>
    public FoldResult TryFold(in LogRecord record, StateOverlay states, FoldOutput output)
    {
        switch (record.Kind)
        {
            case RecordKind.Rules:
                Switch(record.LogTime, rulesets.Resolve(record.Body));
                return FoldResult.Folded;
            case RecordKind.Lease:
                Advance(record.LogTime);
                Leases.Add(LeaseJson.ReadGrant(record.Body));
                return FoldResult.Folded;
            case RecordKind.Tick:
                return Tick(record.LogTime, states, output);
            default:
                return FoldEvent(record, states, output);
        }
    }

    /// <summary>Folds an event that was decoded already: file runs. <paramref name="logTime"/> as the runner numbers it.</summary>
    public FoldResult TryFold(CustomerEvent decoded, Timestamp logTime, StateOverlay states, FoldOutput output)
    {
        if (_rules is null || !_rules.Engine.Concerns(decoded))
        {
            Advance(logTime);
            output.Unused++;
            return FoldResult.Folded;
        }

        return Apply(decoded, logTime, default, states, output);
    }

    private FoldResult FoldEvent(in LogRecord record, StateOverlay states, FoldOutput output)
    {
        var reading = _rules?.Reader.Read(record.Customer, record.Body.Span) ?? EventReading.Unused;
        switch (reading)
        {
            case EventReading.Read when _rules!.Engine.Concerns(_rules.Reader.Event):
                return Apply(_rules!.Reader.Event, record.LogTime, record.Body, states, output);
            case EventReading.Malformed:
                Advance(record.LogTime);
                output.Dead.Add(new(record.Customer, partition, record.Offset, _rules!.Reader.Problem ?? "not a canonical event", record.Body.ToArray()));
                return FoldResult.Folded;
            default:
                Advance(record.LogTime);
                output.Unused++;
                return FoldResult.Folded;
        }
    }

    private FoldResult Apply(CustomerEvent read, Timestamp logTime, ReadOnlyMemory<byte> canonical, StateOverlay states, FoldOutput output)
    {
        var state = states.Open(read.Customer);
        if (state is null)
        {
            return FoldResult.StatesMissing;
        }

        Advance(logTime);
        var (sourceTime, deadline) = (read.Time, state.NextDeadline);
        output.Fired += _rules!.Engine.Step(state, new(read, Clock, int.MaxValue) { Leases = Leases }, output.Steps);
        states.MarkChanged(state);
        if (state.NextDeadline != deadline)
        {
            Timers.Arm(state.Customer, state.NextDeadline);
        }

        Count(read, sourceTime, canonical, output);
        return FoldResult.Folded;
    }

    private void Count(CustomerEvent read, Timestamp sourceTime, ReadOnlyMemory<byte> canonical, FoldOutput output)
    {
        switch (output.Steps.Fate)
        {
            case EventFate.Duplicate:
                output.Duplicates++;
                break;
            case EventFate.Late:
                output.Late.Add(new(read.Customer, Canonical(read, canonical), sourceTime, Clock, read.EventType.Lateness ?? TimeSpan.Zero));
                break;
            default:
                output.Applied++;
                break;
        }
    }

    private byte[] Canonical(CustomerEvent read, ReadOnlyMemory<byte> canonical)
    {
        if (!canonical.IsEmpty)
        {
            return canonical.ToArray();
        }

        _canonical.ResetWrittenCount();
        EventWriter.Write(read, _canonical);
        return _canonical.WrittenSpan.ToArray();
    }

    private FoldResult Tick(Timestamp logTime, StateOverlay states, FoldOutput output)
    {
        var now = Timestamp.Max(Clock, logTime);
        if (_rules is not null && !DueStatesAreOpen(now, states))
        {
            return FoldResult.StatesMissing;
        }

        Advance(logTime);
        for (var left = TimersPerTick; _rules is not null && left > 0 && Timers.TryFirstDue(now, out var customer);)
        {
            var state = states.Open(customer) ?? throw new InvalidOperationException($"The state of {customer} was open a moment ago.");
            left -= Fire(state, output);
            states.MarkChanged(state);
        }

        return FoldResult.Folded;
    }

    /// <summary>The timers of one instant at a time, so that those of different customers fire in order of (deadline, customer). Returns how many fired.</summary>
    private int Fire(CustomerState state, FoldOutput output)
    {
        var fired = _rules!.Engine.Step(state, new(null, Clock, 1) { Leases = Leases }, output.Steps);
        Timers.Arm(state.Customer, state.NextDeadline);
        output.Fired += fired;
        return fired;
    }

    /// <summary>
    /// Opens the states of the timers this tick will fire. The wheel may know a customer by an old deadline (after a take-over); such entries are put right before
    /// anything fires, so that the 250 timers of a tick are the same in every run.
    /// </summary>
    private bool DueStatesAreOpen(Timestamp now, StateOverlay states)
    {
        while (true)
        {
            _due.Clear();
            Timers.CollectDue(now, TimersPerTick, _due);
            var complete = true;
            var stale = false;
            foreach (var (deadline, customer) in _due)
            {
                var state = states.Open(customer);
                complete &= state is not null;
                if (state is not null && state.NextDeadline != deadline)
                {
                    Timers.Arm(customer, state.NextDeadline);
                    stale = true;
                }
            }

            if (!complete || !stale)
            {
                return complete;
            }
        }
    }

    private void Advance(Timestamp logTime) => Clock = Timestamp.Max(Clock, logTime);
}
