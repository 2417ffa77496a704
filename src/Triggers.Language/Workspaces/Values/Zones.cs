using NodaTime;
using Triggers.Language.Text;

namespace Triggers.Language.Workspaces.Values;

/// <summary>The time zones of the tz database that comes with NodaTime: the same on every machine.</summary>
internal static class Zones
{
    public static bool IsKnown(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null;

    /// <summary>The zone that a wrong name was probably meant to be: the one of that city, else one that is spelt much the same.</summary>
    public static string? Guess(string name)
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        return ids.FirstOrDefault(id => id.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase)) ?? NearestName.Find(name, ids);
    }
}
