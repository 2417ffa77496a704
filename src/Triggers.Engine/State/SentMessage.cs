using System.Globalization;
using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>A message that went out, or a place that one has reserved: what caps, limits and reply windows count.</summary>
internal struct SentMessage
{
    private const int IdDigits = 16;

    /// <summary>The first 64 bits of its id.</summary>
    public ulong Id;

    /// <summary>When it is delivered, or planned to be.</summary>
    public Timestamp At;

    /// <summary>Stable id of the channel's name.</summary>
    public StableId Channel;

    /// <summary>Stable id of the purpose.</summary>
    public StableId Purpose;

    /// <summary>Stable id of the offer.</summary>
    public StableId Offer;

    /// <summary>What it counts as.</summary>
    public SentFlags Flags;

    /// <summary>Stable ids of the trigger's tags when it was decided, 8 bytes each.</summary>
    public HeapRange Tags;

    /// <summary>The first 64 bits of a message id; 0 when it is none.</summary>
    public static ulong HashOf(ReadOnlySpan<char> id) =>
        id.Length >= IdDigits && ulong.TryParse(id[..IdDigits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash) ? hash : 0;
}
