using NodaTime;

namespace Triggers.Language.Workspaces.Values;

/// <summary>The time zones of the tz database that comes with NodaTime: the same on every machine.</summary>
internal static class Zones
{
    public static bool IsKnown(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null;
}
