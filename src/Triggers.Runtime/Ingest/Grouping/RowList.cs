using System.Collections;
using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>
/// The rows of one event as a list of records. Holds the values of all rows one after the other, and of each row those only that anybody reads; a record is made when it is
/// asked for. Immutable and thread-safe.
/// </summary>
/// <param name="record">The record of a row.</param>
/// <param name="kept">Ordinals of the fields that are here, ascending; the others are absent.</param>
/// <param name="count">Number of rows.</param>
/// <param name="cells">Row after row the values of <paramref name="kept"/>; not to be changed afterwards.</param>
internal sealed class RowList(RecordType record, int[] kept, int count, Value[] cells) : IReadOnlyList<Value>
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public Value this[int index] => (uint)index < (uint)count
        ? Value.Of(new Row(this, index * kept.Length))
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The event has {count} rows.");

    /// <inheritdoc/>
    public IEnumerator<Value> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private RecordType Record => record;

    private Value Cell(int first, int ordinal)
    {
        var place = Array.IndexOf(kept, ordinal);
        return place < 0 ? Value.Absent : cells[first + place];
    }

    /// <summary>One row.</summary>
    private sealed class Row(RowList rows, int first) : RecordValue
    {
        public override RecordType Type => rows.Record;

        public override Value this[int ordinal] => rows.Cell(first, ordinal);
    }
}
