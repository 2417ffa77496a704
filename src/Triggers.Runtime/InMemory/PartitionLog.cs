using Triggers.Model.Time;

namespace Triggers.Runtime.InMemory;

/// <summary>One partition: entries by offset, of which some belong to transactions. Used under the cluster's lock.</summary>
internal sealed class PartitionLog(TopicPartition place)
{
    private readonly List<Entry> _entries = [];
    private int _settled;

    public long First { get; private set; }

    /// <summary>High watermark: the next offset.</summary>
    public long End { get; private set; }

    public InMemoryRecord Append(Timestamp now, byte[]? key, byte[]? value, IReadOnlyList<KeyValuePair<string, string>> headers, Transaction? transaction)
    {
        var record = new InMemoryRecord(place.Topic, place.Partition, End++, now, key, value, headers);
        _entries.Add(new(record, transaction));
        return record;
    }

    /// <summary>The marker that ends a transaction here: it takes an offset and is never delivered.</summary>
    public void AppendMarker() => End++;

    /// <summary>Last stable offset: the first entry of a transaction whose marker is not yet here, else the end.</summary>
    public long LastStable()
    {
        while (_settled < _entries.Count && _entries[_settled].Transaction?.IsMarked(place) != false)
        {
            _settled++;
        }

        return _settled < _entries.Count ? _entries[_settled].Record.Offset : End;
    }

    /// <summary>
    /// Appends at most <paramref name="limit"/> committed records from <paramref name="offset"/> on and returns where to go on: beyond control records and aborted records, never
    /// beyond the last stable offset.
    /// </summary>
    public long Read(long offset, int limit, List<InMemoryRecord> into)
    {
        var stable = LastStable();
        for (var i = IndexOf(offset); i < _settled; i++)
        {
            var (record, transaction) = _entries[i];
            if (transaction is null or { State: TransactionState.Committed })
            {
                if (limit-- == 0)
                {
                    return record.Offset;
                }

                into.Add(record);
            }
        }

        return Math.Max(offset, stable);
    }

    /// <summary>Retention: nothing below <paramref name="offset"/> is left.</summary>
    public void DeleteBefore(long offset)
    {
        First = Math.Clamp(offset, First, End);
        Remove(entry => entry.Record.Offset < First);
    }

    /// <summary>Compaction below <paramref name="offset"/>: of each key the newest committed record is left, tombstones and what was aborted are not.</summary>
    public void Compact(long offset)
    {
        var newest = new Dictionary<string, long>();
        foreach (var (record, transaction) in _entries)
        {
            if (record.Key is { } key && transaction is null or { State: TransactionState.Committed })
            {
                newest[Convert.ToHexString(record.Key!)] = record.Offset;
            }
        }

        Remove(entry => entry.Record.Offset < offset && entry.Record.Key is { } key && entry.Transaction is null or { IsOver: true } &&
            (entry.Record.Value is null || newest.GetValueOrDefault(Convert.ToHexString(key)) != entry.Record.Offset));
    }

    private void Remove(Predicate<Entry> which)
    {
        _entries.RemoveAll(which);
        _settled = 0;
    }

    private int IndexOf(long offset)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _entries[middle].Record.Offset < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private readonly record struct Entry(InMemoryRecord Record, Transaction? Transaction);
}
