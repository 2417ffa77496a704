using System.Buffers;
using Triggers.Engine.Intake;
using Triggers.Engine.State;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Rulesets;
using Xunit;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>
/// Folds records of one partition, events in their canonical form, and tells by customer what happened. Batches end where the random source says; some are rolled back and folded again.
/// </summary>
internal sealed class PartitionTeller(Universe universe, Random? cuts)
{
    private const int BatchesRolledBack = 4;

    private readonly PartitionFold _fold = new(0, new RulesetCache());
    private readonly StateCache _cache = StateCache.OfEverything();
    private readonly FoldOutput _output = new();
    private readonly List<LogRecord> _batch = [];
    private StateOverlay? _overlay;
    private FoldMark _mark;

    /// <summary>What happened to each customer.</summary>
    public Dictionary<CustomerKey, CustomerStory> Stories { get; } = [];

    /// <summary>Other rules are in force; ends the batch.</summary>
    public void Publish(Ruleset rules)
    {
        EndBatch();
        _fold.Restore(_fold.Clock, rules, new());
    }

    public void On(Identifier identifier, NaiveEvent happened, long logTime)
    {
        var key = KeySecret.ForFiles.KeyOf(identifier);
        var canonical = new ArrayBufferWriter<byte>();
        EventWriter.Write(universe.Event(happened, identifier, key), canonical);
        Fold(new(RecordKind.Event, 0, 0, new(logTime), key, canonical.WrittenMemory));
    }

    public void Tick(long logTime) => Fold(new(RecordKind.Tick, 0, 0, new(logTime), default, default));

    /// <summary>The states after the last batch.</summary>
    public SortedDictionary<CustomerKey, string> Blobs()
    {
        EndBatch();
        return new(_cache.All().ToDictionary(s => s.Key, s => Convert.ToHexString(s.Value)));
    }

    /// <summary>What happened to a customer, an empty story when nothing did.</summary>
    public CustomerStory StoryOf(CustomerKey customer)
    {
        if (!Stories.TryGetValue(customer, out var story))
        {
            Stories.Add(customer, story = new());
        }

        return story;
    }

    private void Fold(LogRecord record)
    {
        _overlay ??= new(_cache);
        if (_batch.Count == 0)
        {
            _mark = _fold.Mark();
        }

        _batch.Add(record);
        Assert.Equal(FoldResult.Folded, _fold.TryFold(record, _overlay, _output));
        if (cuts?.Next(4) == 0)
        {
            EndBatch();
        }
    }

    private void EndBatch()
    {
        if (_overlay is null)
        {
            return;
        }

        if (cuts?.Next(BatchesRolledBack) == 0)
        {
            _fold.Rollback(_mark, _overlay);
            _overlay.Clear();
            _output.Clear();
            _batch.ForEach(record => _fold.TryFold(record, _overlay, _output));
        }

        foreach (var state in _overlay.Changed())
        {
            _cache.Put(state.Customer, StateCodec.Encode(state));
        }

        Tell();
        _overlay.Clear();
        _batch.Clear();
    }

    private void Tell()
    {
        var steps = _output.Steps;
        Assert.Empty(_output.Dead);
        foreach (var customer in steps.Memberships.Select(m => m.Customer).Concat(steps.Runs.Select(r => r.Customer)).Distinct())
        {
            EngineTeller.Tell(
                steps.Memberships.Where(m => m.Customer == customer), steps.Runs.Where(r => r.Customer == customer), steps.Decisions.Where(d => d.Customer == customer),
                steps.Messages.Where(m => m.Customer == customer), StoryOf(customer));
        }

        _output.Clear();
    }
}
