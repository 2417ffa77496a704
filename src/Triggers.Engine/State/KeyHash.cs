namespace Triggers.Engine.State;

/// <summary>The hash of a business key: FNV-1a of its UTF-8 bytes, then the finaliser of MurmurHash3. Stored: it never changes.</summary>
internal static class KeyHash
{
    /// <summary>64 bits.</summary>
    public static ulong Of(ReadOnlySpan<byte> key)
    {
        var hash = 0xcbf29ce484222325;
        foreach (var one in key)
        {
            hash = unchecked((hash ^ one) * 0x100000001b3);
        }

        hash = unchecked((hash ^ (hash >> 33)) * 0xff51afd7ed558ccd);
        hash = unchecked((hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53);
        return hash ^ (hash >> 33);
    }
}
