using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Triggers.Runtime.Ingest;

/// <summary>
/// UTF-8 → text, giving the same object for the same short ASCII text where it can: source fields repeat (types, categories, customers), and text that is not made is the
/// cheapest. Direct-mapped: a collision costs one allocation. Not thread-safe.
/// </summary>
internal sealed class Utf8Pool
{
    private const int Places = 1 << 12;
    private const int LongestPooled = 40;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>The text; false when the bytes are not UTF-8.</summary>
    public bool TryGet(ReadOnlySpan<byte> bytes, out string text)
    {
        if (bytes.Length > LongestPooled || !Ascii.IsValid(bytes))
        {
            var valid = Utf8.IsValid(bytes);
            text = valid ? Encoding.UTF8.GetString(bytes) : "";
            return valid;
        }

        ref var place = ref _texts[Hash(bytes) & (Places - 1)];
        text = place is not null && Ascii.Equals(bytes, place) ? place : place = Encoding.ASCII.GetString(bytes);
        return true;
    }

    /// <summary>A hash good enough for direct-mapped tables; not for untrusted dictionaries.</summary>
    internal static uint Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong multiplier = 0x9E3779B97F4A7C15;
        var hash = (ulong)bytes.Length;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * multiplier;
            hash ^= hash >> 29;
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var one in bytes)
        {
            hash = (hash ^ one) * multiplier;
        }

        return (uint)(hash >> 32);
    }
}
