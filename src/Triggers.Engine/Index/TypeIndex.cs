using System.Numerics;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Engine.Index;

/// <summary>The subscriptions of one event type. Bucket 0 holds those without an equality; the others are found by a field's key. Immutable.</summary>
internal sealed class TypeIndex
{
    private readonly RankedField[] _fields;
    private readonly KeyTable[] _tables;
    private readonly int[] _firstRuns;
    private readonly EntryRun[] _runs;
    private readonly long[] _thresholds;
    private readonly Entry[] _entries;
    private readonly MaskPart[] _masks;
    private readonly Condition[] _conditions;
    private readonly int _words;

    /// <summary>Takes the parts as <see cref="TypeIndexBuilder"/> made them.</summary>
    /// <param name="type">The event type.</param>
    /// <param name="fields">Fields that predicates read, by position.</param>
    /// <param name="tables">One for each field under which something is filed.</param>
    /// <param name="buckets">The sorted entries.</param>
    /// <param name="masks">Parts of masks.</param>
    /// <param name="conditions">By bit.</param>
    public TypeIndex(EventType type, RankedField[] fields, KeyTable[] tables, Buckets buckets, MaskPart[] masks, Condition[] conditions)
    {
        Type = type;
        _fields = fields;
        _tables = tables;
        (_firstRuns, _runs, _thresholds, _entries) = (buckets.FirstRuns, buckets.Runs, buckets.Thresholds, buckets.Entries);
        _masks = masks;
        _conditions = conditions;
        _words = (conditions.Length + 63) / 64;
    }

    public EventType Type { get; }

    /// <summary>The fields that predicates read, by ordinal.</summary>
    public IEnumerable<FieldDefinition> Fields => _fields.Select(read => read.Definition).OrderBy(read => read.Ordinal);

    /// <summary>Entries that every event visits.</summary>
    public int ResidualCount => _runs.AsSpan(_firstRuns[0], _firstRuns[1] - _firstRuns[0]) is [{ Field: EntryRun.NoField } run, ..] ? run.End - run.Start : 0;

    /// <summary>Adds the hits of an event of this type.</summary>
    public void Match(CustomerEvent candidate, SubscriptionHits hits)
    {
        hits.Probe.Begin(_fields.Length, _words);
        Scan(0, candidate, hits);
        foreach (var table in _tables)
        {
            ref readonly var reading = ref Read(table.Field, candidate, hits.Probe);
            if (reading.State == ReadingState.Ranked && table.Find(reading.Key) is var bucket and not KeyTable.None)
            {
                Scan(bucket, candidate, hits);
            }
        }

        hits.Sort();
    }

    private void Scan(int bucket, CustomerEvent candidate, SubscriptionHits hits)
    {
        for (var number = _firstRuns[bucket]; number < _firstRuns[bucket + 1]; number++)
        {
            ref readonly var run = ref _runs[number];
            var level = long.MaxValue;
            if (run.Field != EntryRun.NoField)
            {
                ref readonly var reading = ref Read(run.Field, candidate, hits.Probe);
                if (reading.State != ReadingState.Ranked)
                {
                    continue;
                }

                level = run.Level(reading.Key);
            }

            for (var i = run.Start; i < run.End && _thresholds[i] <= level; i++)
            {
                ref readonly var entry = ref _entries[i];
                if (entry.MaskCount == 0 || Holds(entry, candidate, hits.Probe))
                {
                    hits.Add(entry.Hit);
                }
            }
        }
    }

    /// <summary>Whether all predicates of the mask hold; decides those that nobody needed before.</summary>
    private bool Holds(in Entry entry, CustomerEvent candidate, IndexProbe probe)
    {
        foreach (ref readonly var part in _masks.AsSpan(entry.MaskStart, entry.MaskCount))
        {
            ref var word = ref probe.Word(part.Word);
            if ((part.Bits & word.Known & ~word.True) != 0)
            {
                return false;
            }

            for (var open = part.Bits & ~word.Known; open != 0; open &= open - 1)
            {
                var bit = BitOperations.TrailingZeroCount(open);
                ref readonly var condition = ref _conditions[(64 * part.Word) + bit];
                word.Known |= 1UL << bit;
                if (!condition.Holds(Read(condition.Field, candidate, probe)))
                {
                    return false;
                }

                word.True |= 1UL << bit;
            }
        }

        return true;
    }

    private ref readonly FieldReading Read(int field, CustomerEvent candidate, IndexProbe probe)
    {
        ref var reading = ref probe.Reading(field);
        if (reading.State == ReadingState.Unread)
        {
            reading = _fields[field].Read(candidate);
        }

        return ref reading;
    }
}
