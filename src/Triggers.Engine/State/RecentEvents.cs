using System.Text;

namespace Triggers.Engine.State;

/// <summary>
/// The last <see cref="Limit"/> event ids of one customer, as 64-bit hashes. Two different ids among them are taken for one with a probability of 2⁻⁵⁸ an event.
/// </summary>
internal sealed class RecentEvents
{
    /// <summary>How many ids are remembered.</summary>
    public const int Limit = 64;

    private const ulong Basis = 0xcbf29ce484222325;

    private const int Few = 8;

    private ulong[] _hashes = [];

    /// <summary>How many are remembered.</summary>
    public int Count { get; private set; }

    /// <summary>Oldest first; valid until the next change.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>
    /// The hash of an event id: FNV-1a of its UTF-16 code units, then the finaliser of MurmurHash3. Stored: it never changes.
    /// </summary>
    public static ulong HashOf(string id)
    {
        var hash = Basis;
        foreach (var unit in id)
        {
            hash = Mix(hash, unit);
        }

        return Finish(hash);
    }

    /// <summary>The hash of an event id in UTF-8: the same as that of its text.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> id)
    {
        var hash = Basis;
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] > 0x7F)
            {
                return Finish(MixRunes(hash, id[i..]));
            }

            hash = Mix(hash, id[i]);
        }

        return Finish(hash);
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;

    /// <summary>True when it is among the last <see cref="Limit"/>.</summary>
    public bool Contains(ulong hash) => Hashes.Contains(hash);

    /// <summary>Remembers one and forgets the oldest beyond the limit.</summary>
    public void Add(ulong hash)
    {
        if (Count == Limit)
        {
            Array.Copy(_hashes, 1, _hashes, 0, --Count);
        }

        Grow(Count + 1);
        _hashes[Count++] = hash;
    }

    /// <summary>Room for so many, to be filled.</summary>
    public Span<ulong> Fill(int count)
    {
        Grow(count);
        Count = count;
        return _hashes.AsSpan(0, count);
    }

    /// <summary>Most customers have few events; who has more soon has many.</summary>
    private void Grow(int count)
    {
        if (count > _hashes.Length)
        {
            Array.Resize(ref _hashes, count <= Few ? Few : Limit);
        }
    }

    private static ulong Mix(ulong hash, ushort unit) => unchecked((hash ^ unit) * 0x100000001b3);

    private static ulong MixRunes(ulong hash, ReadOnlySpan<byte> id)
    {
        Span<char> units = stackalloc char[2];
        while (!id.IsEmpty)
        {
            Rune.DecodeFromUtf8(id, out var rune, out var length);
            foreach (var unit in units[..rune.EncodeToUtf16(units)])
            {
                hash = Mix(hash, unit);
            }

            id = id[length..];
        }

        return hash;
    }

    private static ulong Finish(ulong hash)
    {
        hash = unchecked((hash ^ (hash >> 33)) * 0xff51afd7ed558ccd);
        hash = unchecked((hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53);
        return hash ^ (hash >> 33);
    }
}
