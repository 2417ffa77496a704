using System.Text;
using Triggers.Model.Customers;

namespace Triggers.Runtime.Ingest;

/// <summary>
/// Identifiers with their keys. A key costs an HMAC, and a customer who comes once mostly comes again soon: the last few thousand are remembered, direct-mapped. Not
/// thread-safe.
/// </summary>
internal sealed class IdentifierPool(KeySecret secret)
{
    private const int Places = 1 << 14;

    private readonly (Identifier? Identifier, CustomerKey Key)[] _known = new (Identifier?, CustomerKey)[Places];

    /// <summary>The identifier of this kind and value (valid UTF-8, not empty) and its key.</summary>
    public (Identifier Identifier, CustomerKey Key) Get(string kind, ReadOnlySpan<byte> value)
    {
        ref var place = ref _known[Utf8Pool.Hash(value) & (Places - 1)];
        if (place.Identifier is null || place.Identifier.Kind != kind || !Ascii.Equals(value, place.Identifier.Value))
        {
            var identifier = new Identifier(kind, Encoding.UTF8.GetString(value));
            place = (identifier, secret.KeyOf(identifier));
        }

        return (place.Identifier!, place.Key);
    }
}
