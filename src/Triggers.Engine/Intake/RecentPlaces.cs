namespace Triggers.Engine.Intake;

/// <summary>
/// Remembers things made of bytes by a hash of the bytes: two places a hash, of which the one asked for less recently gives way. Begins small and doubles as it fills, up
/// to a bound. Not thread-safe.
/// </summary>
/// <typeparam name="T">What is remembered.</typeparam>
/// <param name="placesMax">Most things remembered; a power of two.</param>
public sealed class RecentPlaces<T>(int placesMax)
{
    private const int PlacesAtFirst = 1 << 10;

    private Place[] _places = new Place[Math.Min(PlacesAtFirst, placesMax)];
    private int _used;
    private int _shift = ShiftOf(Math.Min(PlacesAtFirst, placesMax));

    /// <summary>The two places of a hash. Who finds the right one in the second calls <see cref="Prefer"/>; who finds it in neither, <see cref="Add"/>.</summary>
    public Span<Place> this[uint hash] => _places.AsSpan(First(hash), 2);

    /// <summary>The places of a hash will be asked for soon.</summary>
    public void Expect(uint hash)
    {
        var pair = this[hash];
        CacheLines.Fetch(in pair[0]);
        CacheLines.Fetch(in pair[1]);
    }

    /// <summary>Puts the second place of a hash first: it is looked at first next time, and gives way last.</summary>
    public void Prefer(uint hash)
    {
        var pair = this[hash];
        (pair[0], pair[1]) = (pair[1], pair[0]);
    }

    /// <summary>Remembers a thing in the first place of its hash; what was there moves to the second, what was in the second is forgotten.</summary>
    public void Add(uint hash, T thing)
    {
        if (_used > _places.Length / 2 && _places.Length < placesMax)
        {
            Grow();
        }

        Put(hash, thing);
    }

    private void Put(uint hash, T thing)
    {
        var pair = this[hash];
        _used += pair[1].IsTaken ? 0 : 1;
        pair[1] = pair[0];
        pair[0] = new(hash, thing);
    }

    private void Grow()
    {
        var before = _places;
        (_places, _used) = (new Place[before.Length * 2], 0);
        _shift = ShiftOf(_places.Length);
        for (var at = before.Length - 1; at >= 0; at--)
        {
            // Backwards, so that of a pair the first comes last and is first again.
            if (before[at].IsTaken)
            {
                Put(before[at].Hash, before[at].Thing);
            }
        }
    }

    /// <summary>The upper bits choose the pair: a table of twice the size splits each pair in two.</summary>
    private int First(uint hash) => (int)(hash >> _shift) << 1;

    /// <summary>How far a hash is shifted to number a pair of so many places.</summary>
    private static int ShiftOf(int places)
    {
        var shift = 33;
        for (var half = places >> 1; half > 0; half >>= 1)
        {
            shift--;
        }

        return shift;
    }

    /// <summary>One remembered thing and its hash.</summary>
    public readonly struct Place
    {
        internal Place(uint hash, T thing) => (Hash, Thing, IsTaken) = (hash, thing, true);

        /// <summary>The hash it was added under.</summary>
        public uint Hash { get; }

        /// <summary>False: nothing is here yet.</summary>
        public bool IsTaken { get; }

        /// <summary>What is remembered.</summary>
        public T Thing { get; }
    }
}
