using Triggers.Language.Evaluation;
using Triggers.Language.Evaluation.Predicates;
using Triggers.Model.Events;

namespace Triggers.Engine.Index;

/// <summary>
/// Makes the index of one event type: first takes all subscriptions, because only together they tell which equality is the most selective, then files them.
/// </summary>
internal sealed class TypeIndexBuilder(EventType type)
{
    private const int None = -1;

    private readonly ConditionTable _table = new();
    private readonly List<int> _numbers = [];
    private readonly List<(int Hit, int Start, int End)> _subscriptions = [];
    private readonly List<Filing> _filings = [];
    private readonly List<MaskPart> _masks = [];
    private readonly List<Condition> _bits = [];
    private int[] _bitOfCondition = [];
    private Dictionary<long, int>?[] _buckets = [];
    private int _bucketCount = 1;

    /// <summary>Takes a subscription of this type.</summary>
    public void Add(int ordinal, CompiledExpression? where)
    {
        var conjunction = where?.ToConjunction() ?? EventConjunction.Always;
        var start = _numbers.Count;
        var mustEvaluate = !conjunction.IsWhole;
        foreach (var predicate in conjunction.Predicates)
        {
            var number = _table.Add(predicate);
            if (number == ConditionTable.Unrankable)
            {
                mustEvaluate = true;
            }
            else if (_table.Conditions[number].IsNever)
            {
                _numbers.RemoveRange(start, _numbers.Count - start);
                return;
            }
            else
            {
                _numbers.Add(number);
            }
        }

        _subscriptions.Add((SubscriptionHits.Code(ordinal, mustEvaluate), start, _numbers.Count));
    }

    /// <summary>The index; the builder is of no use afterwards.</summary>
    public TypeIndex Build()
    {
        var conditions = _table.Conditions;
        var selectivity = new Selectivity(conditions, _table.Fields.Count);
        _buckets = new Dictionary<long, int>?[_table.Fields.Count];
        _bitOfCondition = new int[conditions.Count];
        Array.Fill(_bitOfCondition, None);
        foreach (var (hit, start, end) in _subscriptions)
        {
            File(hit, start, end, selectivity);
        }

        return new(
            type,
            [.. _table.Fields],
            Tables(),
            Buckets.Of(_filings, _bucketCount),
            [.. _masks],
            [.. _bits]);
    }

    private KeyTable[] Tables()
    {
        var tables = new List<KeyTable>();
        for (var field = 0; field < _buckets.Length; field++)
        {
            if (_buckets[field] is { } buckets)
            {
                tables.Add(new(buckets, field));
            }
        }

        return [.. tables];
    }

    private void File(int hit, int start, int end, Selectivity selectivity)
    {
        var conditions = _table.Conditions;
        int equality = None, threshold = None;
        for (var i = start; i < end; i++)
        {
            var condition = conditions[_numbers[i]];
            if (condition.IsEquality && (equality == None || selectivity.IsBetterEquality(condition, conditions[equality])))
            {
                equality = _numbers[i];
            }
            else if (condition.IsThreshold && (threshold == None || selectivity.IsBetterThreshold(condition, conditions[threshold])))
            {
                threshold = _numbers[i];
            }
        }

        var entry = Entry(hit, start, end, equality, threshold);
        if (equality == None)
        {
            File(0, threshold, entry);
            return;
        }

        foreach (var key in conditions[equality].Keys)
        {
            File(Bucket(conditions[equality].Field, key), threshold, entry);
        }
    }

    private void File(int bucket, int threshold, Entry entry) => _filings.Add(threshold == None
        ? new(bucket, EntryRun.NoField, IsUpper: false, long.MinValue, entry)
        : new(bucket, _table.Conditions[threshold].Field, _table.Conditions[threshold].IsUpper, _table.Conditions[threshold].Threshold, entry));

    private int Bucket(int field, long key)
    {
        var buckets = _buckets[field] ??= [];
        if (!buckets.TryGetValue(key, out var bucket))
        {
            bucket = _bucketCount++;
            buckets.Add(key, bucket);
        }

        return bucket;
    }

    /// <summary>The entry with a mask of all predicates but the two under which it is filed.</summary>
    private Entry Entry(int hit, int start, int end, int equality, int threshold)
    {
        var first = _masks.Count;
        for (var i = start; i < end; i++)
        {
            if (_numbers[i] != equality && _numbers[i] != threshold)
            {
                Require(Bit(_numbers[i]), first);
            }
        }

        return new(hit, first, _masks.Count - first);
    }

    private int Bit(int condition)
    {
        if (_bitOfCondition[condition] == None)
        {
            _bitOfCondition[condition] = _bits.Count;
            _bits.Add(_table.Conditions[condition]);
        }

        return _bitOfCondition[condition];
    }

    private void Require(int bit, int first)
    {
        var (word, mask) = (bit / 64, 1UL << (bit % 64));
        for (var i = first; i < _masks.Count; i++)
        {
            if (_masks[i].Word == word)
            {
                _masks[i] = new(word, _masks[i].Bits | mask);
                return;
            }
        }

        _masks.Add(new(word, mask));
    }
}
