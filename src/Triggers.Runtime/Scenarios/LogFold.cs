using Triggers.Engine.State;
using Triggers.Model.Customers;
using Triggers.Model.Log;
using Triggers.Runtime.Partitions;
using Triggers.Runtime.Rulesets;

namespace Triggers.Runtime.Scenarios;

/// <summary>
/// Folds the records of any number of partitions from their beginning, all states in memory: what live running must equal. Records of one partition come in offset order;
/// how those of different partitions are mixed does not matter. Not thread-safe.
/// </summary>
public sealed class LogFold(RulesetCache rulesets)
{
    private const int BatchRecords = 10_000;

    private readonly SortedDictionary<int, Partition> _partitions = [];

    // Kept to the end: where partitions come one after another, each meets the same rules again.
    private readonly HashSet<Ruleset> _rules = [];

    /// <summary>Number of records folded, of all kinds and partitions.</summary>
    public long Records { get; private set; }

    /// <summary>The numbers of the partitions seen, ascending.</summary>
    public IEnumerable<int> Partitions => _partitions.Keys;

    /// <summary>Folds one record; what it gives is appended to <paramref name="output"/>.</summary>
    public void Fold(in LogRecord record, FoldOutput output)
    {
        if (!_partitions.TryGetValue(record.Partition, out var partition))
        {
            _partitions.Add(record.Partition, partition = new(record.Partition, rulesets));
        }

        partition.Fold(record, output);
        Records++;
        if (record.Kind == RecordKind.Rules)
        {
            _rules.Add(partition.Rules!);
        }
    }

    /// <summary>The rules in force in a partition after the last record; null: none.</summary>
    public Ruleset? RulesOf(int partition) => _partitions[partition].Rules;

    /// <summary>The partition's bookkeeping after the last record: next offset, clock and rules.</summary>
    public PartitionRecord RecordOf(int partition) => _partitions[partition].Record;

    /// <summary>The states of a partition after the last record, by customer.</summary>
    public IReadOnlyDictionary<CustomerKey, byte[]> StatesOf(int partition) => _partitions[partition].States();

    private sealed class Partition
    {
        private readonly StateCache _cache = StateCache.OfEverything();
        private readonly int _number;
        private readonly PartitionFold _fold;
        private readonly StateOverlay _batch;
        private int _inBatch;
        private long _next;

        internal Partition(int number, RulesetCache rulesets) => (_number, _fold, _batch) = (number, new(number, rulesets), new(_cache));

        internal Ruleset? Rules => _fold.Rules;

        internal PartitionRecord Record => new(_next, _fold.Clock, _fold.RulesVersion) { Leases = _fold.Leases.Copy() };

        internal void Fold(in LogRecord record, FoldOutput output)
        {
            if (_fold.TryFold(record, _batch, output) != FoldResult.Folded)
            {
                throw new InvalidOperationException($"Record {record.Offset} of partition {_number} asked for a state that is not in memory.");
            }

            _next = record.Offset + 1;
            if (++_inBatch >= BatchRecords)
            {
                EndBatch();
            }
        }

        internal Dictionary<CustomerKey, byte[]> States()
        {
            EndBatch();
            return _cache.All().ToDictionary(s => s.Key, s => s.Value);
        }

        private void EndBatch()
        {
            foreach (var state in _batch.Changed())
            {
                _cache.Put(state.Customer, StateCodec.Encode(state));
            }

            _batch.Clear();
            _inBatch = 0;
        }
    }
}
