namespace Triggers.Engine.Index;

/// <summary>
/// The subscriptions that one event concerns, by ordinal, each once; filled by <see cref="EventIndex.Match"/>. Reused from event to event: grows to the most hits of one
/// event and allocates nothing afterwards. Belongs to one thread, and serves any number of indexes one after the other.
/// </summary>
public sealed class SubscriptionHits
{
    // Twice the ordinal, plus one when the condition must be evaluated: sorting these sorts the ordinals.
    private int[] _hits = new int[16];
    private int _count;
    private bool _isSorted = true;

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>What is known of the event while it is matched.</summary>
    internal IndexProbe Probe { get; } = new();

    /// <summary>The hit at <paramref name="position"/> (0..<see cref="Count"/> - 1); ordinals rise.</summary>
    public SubscriptionHit this[int position]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, (uint)_count, nameof(position));
            return new(_hits[position] >> 1, (_hits[position] & 1) != 0);
        }
    }

    /// <summary>A hit as the index keeps it.</summary>
    internal static int Code(int ordinal, bool mustEvaluate) => (ordinal << 1) | (mustEvaluate ? 1 : 0);

    /// <summary>Forgets the hits of the event before.</summary>
    internal void Clear()
    {
        _count = 0;
        _isSorted = true;
    }

    /// <summary>Adds a hit in the form of <see cref="Code"/>.</summary>
    internal void Add(int code)
    {
        if (_count == _hits.Length)
        {
            Array.Resize(ref _hits, 2 * _count);
        }

        _isSorted &= _count == 0 || _hits[_count - 1] < code;
        _hits[_count++] = code;
    }

    /// <summary>Puts the hits into the order of their ordinals.</summary>
    internal void Sort()
    {
        if (!_isSorted)
        {
            _hits.AsSpan(0, _count).Sort();
            _isSorted = true;
        }
    }
}
