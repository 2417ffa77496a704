using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Triggers.Engine.Intake;

/// <summary>
/// UTF-8 → text, giving the same object for the same short text where it can: fields repeat (types, categories, products), and text that is not made is the cheapest.
/// Holds at most 65,536 texts of at most 40 bytes, about 8 MB when full. Not thread-safe.
/// </summary>
public sealed class Utf8Pool
{
    private const int TextsMax = 1 << 16;
    private const int LongestPooled = 40;

    private readonly RecentPlaces<string> _texts = new(TextsMax);

    /// <summary>The text; false when the bytes are not UTF-8.</summary>
    public bool TryGet(ReadOnlySpan<byte> bytes, out string text)
    {
        if (bytes.Length > LongestPooled)
        {
            var valid = Utf8.IsValid(bytes);
            text = valid ? Encoding.UTF8.GetString(bytes) : "";
            return valid;
        }

        var hash = Hash(bytes);
        var places = _texts[hash];
        if (places[0].IsTaken && places[0].Hash == hash && Same(bytes, places[0].Thing))
        {
            text = places[0].Thing;
            return true;
        }

        return TryGetElsewhere(bytes, hash, out text);
    }

    /// <summary>A hash good enough for tables that may forget; not for untrusted dictionaries.</summary>
    public static uint Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong multiplier = 0x9E3779B97F4A7C15;
        var hash = (ulong)bytes.Length * multiplier;
        if (bytes.Length >= sizeof(ulong))
        {
            for (var rest = bytes; rest.Length > sizeof(ulong); rest = rest[sizeof(ulong)..])
            {
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest)) * multiplier;
                hash ^= hash >> 29;
            }

            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
        }
        else if (bytes.Length >= sizeof(uint))
        {
            hash ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]) << 32);
        }
        else if (!bytes.IsEmpty)
        {
            hash ^= bytes[0] | ((ulong)bytes[bytes.Length / 2] << 8) | ((ulong)bytes[^1] << 16);
        }

        hash *= multiplier;
        return (uint)((hash ^ (hash >> 29)) * multiplier >> 32);
    }

    /// <summary>True when the bytes are the UTF-8 of this text; both at most some hundred characters.</summary>
    public static bool Same(ReadOnlySpan<byte> bytes, string text) => Ascii.Equals(bytes, text) || (!Ascii.IsValid(bytes) && SameRunes(bytes, text));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool SameRunes(ReadOnlySpan<byte> bytes, string text)
    {
        Span<char> units = stackalloc char[bytes.Length];
        return Utf8.ToUtf16(bytes, units, out _, out var length, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done && units[..length].SequenceEqual(text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryGetElsewhere(ReadOnlySpan<byte> bytes, uint hash, out string text)
    {
        var second = _texts[hash][1];
        if (second.IsTaken && second.Hash == hash && Same(bytes, second.Thing))
        {
            _texts.Prefer(hash);
            text = second.Thing;
            return true;
        }

        if (!Utf8.IsValid(bytes))
        {
            text = "";
            return false;
        }

        text = Encoding.UTF8.GetString(bytes);
        _texts.Add(hash, text);
        return true;
    }
}
