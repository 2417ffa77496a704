using System.Text;
using System.Text.Unicode;
using Triggers.Model.Customers;

namespace Triggers.Engine.Intake;

/// <summary>
/// Identifiers by their text <c>kind:value</c> in UTF-8; up to 65,536 that came recently are given again instead of made anew, about 8 MB when full. Not thread-safe.
/// </summary>
internal sealed class WrittenIdentifiers
{
    private const int IdentifiersMax = 1 << 16;
    private const int LongestKept = 120;

    private readonly RecentPlaces<Identifier> _known = new(IdentifiersMax);

    /// <summary>The identifier; false when the text is no UTF-8, or the colon, the kind or the value is missing.</summary>
    public bool TryGet(ReadOnlySpan<byte> written, out Identifier identifier)
    {
        var hash = Utf8Pool.Hash(written);
        var places = _known[hash];
        if (places[0].IsTaken && places[0].Hash == hash && Same(written, places[0].Thing))
        {
            identifier = places[0].Thing;
            return true;
        }

        if (places[1].IsTaken && places[1].Hash == hash && Same(written, places[1].Thing))
        {
            identifier = places[1].Thing;
            _known.Prefer(hash);
            return true;
        }

        identifier = new("", "");
        if (!Utf8.IsValid(written) || !Identifier.TryParse(Encoding.UTF8.GetString(written), out identifier))
        {
            return false;
        }

        if (written.Length <= LongestKept)
        {
            _known.Add(hash, identifier);
        }

        return true;
    }

    private static bool Same(ReadOnlySpan<byte> written, Identifier known)
    {
        // A kind has no colon: it is what stands before the first.
        var colon = known.Kind.Length;
        return written.Length > colon && written[colon] == ':' && Ascii.Equals(written[..colon], known.Kind) && Utf8Pool.Same(written[(colon + 1)..], known.Value);
    }
}
