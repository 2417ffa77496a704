using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Ids of candidates, computed once more.</summary>
internal static class NaiveId
{
    public static string Of(string trigger, string version, string customer, string key, IReadOnlyList<string> path, string cause)
    {
        var step = path.Count == 0 ? "send" : "send " + HashOf(path.SelectMany(Counted)).ToString("x16", CultureInfo.InvariantCulture);
        List<byte> bytes = [];
        foreach (var part in new[] { trigger, version, customer, key, step, cause })
        {
            var text = Encoding.UTF8.GetBytes(part);
            bytes.AddRange([(byte)(text.Length >> 24), (byte)(text.Length >> 16), (byte)(text.Length >> 8), (byte)text.Length]);
            bytes.AddRange(text);
        }

        return Convert.ToHexString(SHA256.HashData([.. bytes]))[..32].ToLowerInvariant();
    }

    /// <summary>An id with its length before it; those of stories are short.</summary>
    private static IEnumerable<byte> Counted(string id) => Encoding.UTF8.GetBytes(id).Prepend((byte)Encoding.UTF8.GetByteCount(id));

    // FNV-1a over bytes, then the finaliser of MurmurHash3.
    private static ulong HashOf(IEnumerable<byte> bytes) => Mixed(bytes.Aggregate(0xcbf29ce484222325, (hash, one) => unchecked((hash ^ one) * 0x100000001b3)));

    private static ulong Mixed(ulong hash)
    {
        hash = unchecked((hash ^ (hash >> 33)) * 0xff51afd7ed558ccd);
        hash = unchecked((hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53);
        return hash ^ (hash >> 33);
    }
}
