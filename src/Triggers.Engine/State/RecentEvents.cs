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

    private readonly List<ulong> _hashes = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ulong> All => _hashes;

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

    /// <summary>Oldest first; valid until the next change.</summary>
    public ReadOnlySpan<ulong> Hashes => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_hashes);

    /// <summary>Forgets all.</summary>
    public void Clear() => _hashes.Clear();

    /// <summary>True when it is among the last <see cref="Limit"/>.</summary>
    public bool Contains(ulong hash) => _hashes.Contains(hash);

    /// <summary>Remembers one and forgets the oldest beyond the limit.</summary>
    public void Add(ulong hash)
    {
        if (_hashes.Count == Limit)
        {
            _hashes.RemoveAt(0);
        }

        _hashes.Add(hash);
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
