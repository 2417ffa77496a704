namespace Triggers.Engine.Decisions.Gates.Zones;

/// <summary>The clocks by which customers live (see <see cref="CustomerZone"/>), one a zone, made when first asked for. Not thread-safe.</summary>
/// <param name="workspace">The workspace's zone.</param>
internal sealed class ZoneClocks(string workspace)
{
    /// <summary>More than the tz database has names; a zone may also be written as an offset, of which there are more.</summary>
    public const int MostKept = 1_024;

    private readonly ZoneClock? _workspace = CustomerZone.Find(null, workspace).Zone is { } zone ? new(zone) : null;
    private readonly Dictionary<string, ZoneClock> _own = new(StringComparer.Ordinal);

    /// <summary>The clock of a customer; null when neither theirs nor the workspace's is known.</summary>
    /// <param name="own">The customer's zone as the traits say; null, or a name that the tz database does not have: not known.</param>
    public ZoneClock? Find(string? own)
    {
        if (own is null)
        {
            return _workspace;
        }

        if (_own.TryGetValue(own, out var known))
        {
            return known;
        }

        if (CustomerZone.Find(own, null).Zone is not { } zone)
        {
            return _workspace;
        }

        if (_own.Count == MostKept)
        {
            _own.Clear();
        }

        return _own[own] = new(zone);
    }
}
