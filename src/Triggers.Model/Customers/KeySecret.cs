using System.Security.Cryptography;
using System.Text;

namespace Triggers.Model.Customers;

/// <summary>
/// Turns identifiers into keys with a secret that never changes in the life of an installation: another secret makes other customers. Thread-safe.
/// </summary>
public sealed class KeySecret
{
    /// <summary>Shortest secret in bytes.</summary>
    public const int LengthMin = 16;

    private readonly byte[] _secret;

    /// <summary>A secret of at least 16 bytes.</summary>
    /// <exception cref="ArgumentException">The secret is shorter.</exception>
    public KeySecret(byte[] secret)
    {
        if (secret.Length < LengthMin)
        {
            throw new ArgumentException($"The key secret has {secret.Length} bytes; at least {LengthMin} are needed. Make one with: openssl rand -hex 32", nameof(secret));
        }

        _secret = secret;
    }

    /// <summary>The fixed secret of file runs and tests, where keys protect nothing.</summary>
    public static KeySecret ForFiles { get; } = new("triggers-file-run-key"u8.ToArray());

    /// <summary>The key of <paramref name="identifier"/>.</summary>
    public CustomerKey KeyOf(Identifier identifier)
    {
        const int most = 256;
        var length = Encoding.UTF8.GetMaxByteCount(identifier.Kind.Length + 1 + identifier.Value.Length);
        Span<byte> text = length <= most ? stackalloc byte[most] : new byte[length];
        var used = Encoding.UTF8.GetBytes(identifier.Kind, text);
        text[used++] = (byte)':';
        used += Encoding.UTF8.GetBytes(identifier.Value, text[used..]);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_secret, text[..used], hash);
        return CustomerKey.Read(hash);
    }
}
