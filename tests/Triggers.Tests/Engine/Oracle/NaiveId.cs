using System.Security.Cryptography;
using System.Text;
using Triggers.Tests.Engine.Support;

namespace Triggers.Tests.Engine.Oracle;

/// <summary>Ids of candidates, computed once more.</summary>
internal static class NaiveId
{
    public static string Of(string trigger, string version, string key, string cause)
    {
        List<byte> bytes = [];
        foreach (var part in new[] { trigger, version, Shop.AnnKey.ToString(), key, "send", cause })
        {
            var text = Encoding.UTF8.GetBytes(part);
            bytes.AddRange([(byte)(text.Length >> 24), (byte)(text.Length >> 16), (byte)(text.Length >> 8), (byte)text.Length]);
            bytes.AddRange(text);
        }

        return Convert.ToHexString(SHA256.HashData([.. bytes]))[..32].ToLowerInvariant();
    }
}
