using NodaTime;

namespace Triggers.Engine.Decisions.Gates.Zones;

/// <summary>
/// The clock by which a customer lives: their own zone, else the workspace's. When neither is known there is none, and what depends on it fails closed. Never the
/// machine's.
/// </summary>
/// <param name="Zone">The zone; null when none is known.</param>
/// <param name="IsOwn">Whether it is the customer's own.</param>
internal readonly record struct CustomerZone(DateTimeZone? Zone, bool IsOwn)
{
    /// <summary>The zone of a customer. Looks names up in the tz database that comes with NodaTime, which keeps them.</summary>
    /// <param name="own">The customer's zone as the traits say; null, or a name that the tz database does not have: not known.</param>
    /// <param name="workspace">The workspace's.</param>
    public static CustomerZone Find(string? own, string? workspace) =>
        Known(own) is { } zone ? new(zone, true) : new(Known(workspace), false);

    private static DateTimeZone? Known(string? name) => string.IsNullOrEmpty(name) ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
}
