namespace Triggers.Load;

/// <summary>
/// Events of the load in memory, JSON in UTF-8. They lie one behind the other in few large pieces, so that a garbage collection during a measurement has nothing to trace here.
/// </summary>
internal sealed class LoadEvents
{
    private const int PieceBytes = 1 << 24;

    private readonly List<byte[]> _pieces = [];
    private readonly (int Piece, int Start, int Length)[] _places;
    private int _used = PieceBytes;

    private LoadEvents(int count) => _places = new (int, int, int)[count];

    /// <summary>Number of events.</summary>
    internal int Count => _places.Length;

    /// <summary>Length of all events in bytes.</summary>
    internal long Bytes { get; private set; }

    /// <summary>The event at <paramref name="index"/>.</summary>
    internal ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var (piece, start, length) = _places[index];
            return _pieces[piece].AsSpan(start, length);
        }
    }

    /// <summary>The first <paramref name="count"/> events of the load.</summary>
    internal static LoadEvents First(int count) => First(count, static _ => true);

    /// <summary>The first <paramref name="count"/> events of the load that <paramref name="take"/> says yes to; it sees the workload behind each event.</summary>
    internal static LoadEvents First(int count, Predicate<Workload> take)
    {
        var events = new LoadEvents(count);
        var workload = new Workload();
        for (var i = 0; i < count;)
        {
            var json = workload.Next();
            if (take(workload))
            {
                events.Put(i++, json);
            }
        }

        return events;
    }

    private void Put(int index, byte[] json)
    {
        if (_used + json.Length > PieceBytes)
        {
            _pieces.Add(GC.AllocateUninitializedArray<byte>(PieceBytes));
            _used = 0;
        }

        json.CopyTo(_pieces[^1].AsSpan(_used));
        _places[index] = (_pieces.Count - 1, _used, json.Length);
        _used += json.Length;
        Bytes += json.Length;
    }
}
