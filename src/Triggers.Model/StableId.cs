using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Triggers.Model;

/// <summary>
/// The identity of a named thing (trigger, trait, field) in state blobs and ids: the first 64 bits of SHA-256 of its name. Renaming makes another thing; order and
/// number of things in a workspace never matter. <c>check</c> refuses two names with the same id.
/// </summary>
/// <param name="Value">The 64 bits.</param>
public readonly record struct StableId(ulong Value)
{
    /// <summary>The id of <paramref name="name"/>.</summary>
    public static StableId Of(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return new(BinaryPrimitives.ReadUInt64BigEndian(hash));
    }

    /// <summary>16 hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
