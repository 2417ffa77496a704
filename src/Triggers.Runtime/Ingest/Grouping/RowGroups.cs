using Triggers.Model.Customers;
using Triggers.Model.Time;
using Triggers.Runtime.Ingest.Fields;

namespace Triggers.Runtime.Ingest.Grouping;

/// <summary>
/// Rows of one source → events. A group is closed when the event time of a row has passed that of its first row by more than the mapping allows, or at the end; closed groups
/// come in order of their first rows' times. Holds in memory what is open. Not thread-safe.
/// </summary>
/// <param name="composer">Makes the events.</param>
/// <param name="within">How much later than the first a row of the same event may be.</param>
/// <param name="head">Compares each row's head with that of the row before.</param>
internal sealed class RowGroups(EventComposer composer, TimeSpan within, RowHead head)
{
    private readonly Dictionary<GroupKey, OpenGroup> _open = [];
    private readonly PriorityQueue<OpenGroup, (long Last, long Number)> _waiting = new();
    private readonly Stack<OpenGroup> _spare = [];
    private readonly Dictionary<RowShape, RowReader> _readers = [];
    private RowReader? _reader;
    private OpenGroup? _shown;
    private long _clock = long.MinValue;
    private long _firstToClose = long.MaxValue;
    private long _begun;

    /// <summary>The head of the row before.</summary>
    public RowHead Head => head;

    /// <summary>The open group that the row found last belongs to; null when it is closed, or the row was dead.</summary>
    public OpenGroup? Latest { get; private set; }

    /// <summary>Rows of the event shown last.</summary>
    public int Rows => _shown?.Rows ?? 0;

    /// <summary>The group that a row of this type, customer and value belongs to; null: it begins one.</summary>
    public OpenGroup? Find(GroupKey key, Timestamp time)
    {
        _clock = Math.Max(_clock, time.UnixMilliseconds);
        if (Latest is null || Latest.Key != key)
        {
            Latest = _open.GetValueOrDefault(key);
        }

        if (Latest is not null && Latest.Last < _clock)
        {
            _open.Remove(key);
            Latest = null;
        }

        return Latest;
    }

    /// <summary>Adds the row to its group; dead when it has a mistake.</summary>
    public DecodedKind Add(OpenGroup group, in RawFields fields) => !ReaderOf(group.Shape!).TryRead(fields) ? DecodedKind.Dead : Take(group);

    /// <summary>Begins a group with the row, whose own fields say what the event says; dead, and no group, when the row has a mistake.</summary>
    public DecodedKind Begin(GroupKey key, EventShape type, Identifier identifier, ReadOnlySpan<byte> id, Timestamp time, in RawFields fields)
    {
        var group = _spare.TryPop(out var spare) ? spare : new();
        if (!ReaderOf(type.Row!).TryRead(fields) || composer.Compose(group.Event, type, key.Customer, identifier, id, time, fields) == DecodedKind.Dead)
        {
            _spare.Push(group);
            return DecodedKind.Dead;
        }

        group.Begin(key, type.Row!, within);
        _open[key] = Latest = group;
        _waiting.Enqueue(group, (group.Last, _begun++));
        _firstToClose = Math.Min(_firstToClose, group.Last);
        return Take(group);
    }

    /// <summary>No more rows come: every group is closed.</summary>
    public void End() => _clock = long.MaxValue;

    /// <summary>Shows the next event that is complete as the composer's; false when there is none yet.</summary>
    public bool TryShow()
    {
        if (_shown is not null)
        {
            _spare.Push(_shown);
            _shown = null;
        }

        if (_firstToClose >= _clock)
        {
            return false;
        }

        _shown = _waiting.Dequeue();
        _firstToClose = _waiting.TryPeek(out var next, out _) ? next.Last : long.MaxValue;
        if (_open.GetValueOrDefault(_shown.Key) == _shown)
        {
            _open.Remove(_shown.Key);
        }

        Latest = Latest == _shown ? null : Latest;
        _shown.Close();
        composer.Event = _shown.Event;
        return true;
    }

    private RowReader ReaderOf(RowShape shape)
    {
        if (_reader?.Shape != shape && !_readers.TryGetValue(shape, out _reader))
        {
            _reader = new(composer, shape);
            _readers.Add(shape, _reader);
        }

        return _reader!;
    }

    private DecodedKind Take(OpenGroup group) => group.TryAdd(_reader!)
        ? DecodedKind.Row
        : composer.Dead($"A sum of {group.Shape!.Name} becomes too large with this row.");
}
