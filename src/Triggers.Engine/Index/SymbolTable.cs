using System.Runtime.InteropServices;

namespace Triggers.Engine.Index;

/// <summary>
/// Numbers for the texts that predicates on one field name, from 0 in the order they were added; all other texts are <see cref="Unknown"/>. Ordinal comparison, open
/// addressing at most half full, nothing allocated by a look-up. Not changed any more once events are matched.
/// </summary>
internal sealed class SymbolTable
{
    /// <summary>The key of a text that no predicate names.</summary>
    public const long Unknown = -1;

    private string?[] _texts = new string?[8];
    private uint[] _hashes = new uint[8];
    private int[] _symbols = new int[8];
    private int _count;
    private int _longest = -1;

    /// <summary>The symbol of <paramref name="text"/>, which gets one when it has none.</summary>
    public long Add(string text)
    {
        if (Find(text) is var known && known != Unknown)
        {
            return known;
        }

        if (2 * (_count + 1) > _texts.Length)
        {
            Grow();
        }

        Place(text, Hash(text), _count);
        _longest = Math.Max(_longest, text.Length);
        return _count++;
    }

    /// <summary>The symbol of <paramref name="text"/>, or <see cref="Unknown"/>.</summary>
    public long Find(string text)
    {
        // A text of megabytes is not hashed: no constant is that long.
        if (text.Length > _longest)
        {
            return Unknown;
        }

        var hash = Hash(text);
        var mask = _texts.Length - 1;
        for (var slot = (int)hash & mask; _texts[slot] is { } there; slot = (slot + 1) & mask)
        {
            if (_hashes[slot] == hash && string.Equals(there, text, StringComparison.Ordinal))
            {
                return _symbols[slot];
            }
        }

        return Unknown;
    }

    private void Grow()
    {
        var (texts, hashes, symbols) = (_texts, _hashes, _symbols);
        _texts = new string?[2 * texts.Length];
        _hashes = new uint[_texts.Length];
        _symbols = new int[_texts.Length];
        for (var slot = 0; slot < texts.Length; slot++)
        {
            if (texts[slot] is { } text)
            {
                Place(text, hashes[slot], symbols[slot]);
            }
        }
    }

    private void Place(string text, uint hash, int symbol)
    {
        var mask = _texts.Length - 1;
        var slot = (int)hash & mask;
        while (_texts[slot] is not null)
        {
            slot = (slot + 1) & mask;
        }

        (_texts[slot], _hashes[slot], _symbols[slot]) = (text, hash, symbol);
    }

    /// <summary>Eight bytes a step; the same in every process.</summary>
    private static uint Hash(string text)
    {
        var hash = (ulong)text.Length * 0x9E3779B97F4A7C15UL;
        var rest = MemoryMarshal.AsBytes(text.AsSpan());
        while (rest.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(rest));
            rest = rest[sizeof(ulong)..];
        }

        var last = 0UL;
        for (var i = 0; i < rest.Length; i += sizeof(char))
        {
            last = (last << 16) | MemoryMarshal.Read<ushort>(rest[i..]);
        }

        hash = Mix(hash ^ last);
        return (uint)(hash >> 32);
    }

    private static ulong Mix(ulong value)
    {
        value *= 0xBF58476D1CE4E5B9UL;
        return value ^ (value >> 32);
    }
}
