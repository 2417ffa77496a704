using System.Collections;
using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>
/// The rows of one event as a list of records. Holds the values of all rows one after the other, and of each row those only that anybody reads; a record is made when it is
/// asked for. Lives as long as the event, then serves another.
/// </summary>
internal sealed class RowList : IReadOnlyList<Value>
{
    private Value[] _cells = [];
    private int[] _kept = [];
    private RecordType? _record;

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public Value this[int index] => (uint)index < (uint)Count
        ? Value.Of(new Row(this, index * _kept.Length))
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The event has {Count} rows.");

    /// <summary>Begins anew, without rows.</summary>
    public void Begin(RowShape shape) => (_record, _kept, Count) = (shape.Record, shape.Kept, 0);

    /// <summary>Adds what anybody reads of a row.</summary>
    public void Add(RowReader row)
    {
        var at = Count * _kept.Length;
        if (_cells.Length < at + _kept.Length)
        {
            Array.Resize(ref _cells, Math.Max(16, 2 * (at + _kept.Length)));
        }

        foreach (var ordinal in _kept)
        {
            _cells[at++] = row[ordinal];
        }

        Count++;
    }

    /// <inheritdoc/>
    public IEnumerator<Value> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Value Cell(int first, int ordinal)
    {
        var place = Array.IndexOf(_kept, ordinal);
        return place < 0 ? Value.Absent : _cells[first + place];
    }

    /// <summary>One row.</summary>
    private sealed class Row(RowList rows, int first) : RecordValue
    {
        public override RecordType Type => rows._record!;

        public override Value this[int ordinal] => rows.Cell(first, ordinal);
    }
}
