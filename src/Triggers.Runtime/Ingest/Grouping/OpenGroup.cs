using Triggers.Model.Customers;
using Triggers.Model.Events;
using Triggers.Model.Values;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>An event whose rows are still coming. Used again for another when it is done.</summary>
internal sealed class OpenGroup
{
    private readonly RowList _rows = new();
    private RowSum[] _sums = [];
    private RowSum[] _grown = [];

    /// <summary>The event, as its first row says.</summary>
    public CustomerEvent Event { get; } = new();

    /// <summary>What its rows share.</summary>
    public GroupKey Key { get; private set; }

    /// <summary>What each row adds.</summary>
    public RowShape? Shape { get; private set; }

    /// <summary>Rows so far.</summary>
    public int Rows { get; private set; }

    /// <summary>The last event time, in milliseconds since 1970, that a row may have and belong to it.</summary>
    public long Last { get; private set; }

    /// <summary>Begins anew, without rows; the event is begun already.</summary>
    public void Begin(GroupKey key, RowShape shape, TimeSpan within)
    {
        (Key, Shape, Rows) = (key, shape, 0);
        Last = (Event.Time + within).UnixMilliseconds;
        if (_sums.Length != shape.Sums.Length)
        {
            (_sums, _grown) = (new RowSum[shape.Sums.Length], new RowSum[shape.Sums.Length]);
        }

        Array.Clear(_sums);
        _rows.Begin(shape);
    }

    /// <summary>Adds a row; false, and nothing is added, when a sum becomes too large.</summary>
    public bool TryAdd(RowReader row)
    {
        for (var i = 0; i < _sums.Length; i++)
        {
            if (!_sums[i].TryAdd(row.Amounts[i], out _grown[i]))
            {
                return false;
            }
        }

        (_sums, _grown) = (_grown, _sums);
        _rows.Add(row);
        Rows++;
        return true;
    }

    /// <summary>Gives the event its rows and sums.</summary>
    public void Close()
    {
        if (Shape!.KeepsRows)
        {
            Event.Set(Shape.List!.Ordinal, Value.OfList(_rows));
        }

        for (var i = 0; i < _sums.Length; i++)
        {
            Event.Set(Shape.Sums[i].Field.Ordinal, _sums[i].Total);
        }
    }
}
