using NodaTime;
using NodaTime.TimeZones;

namespace Triggers.Language.Calendars;

/// <summary>
/// The time zones of the tz database inside NodaTime: the same on every machine, whatever its operating system knows. Zones are kept once read; any number of
/// threads may ask.
/// </summary>
public static class TimeZones
{
    /// <summary>Version of the tz database, for instance <c>2025b</c>. Two versions may give a customer's date other instants, so a record of the rules names it.</summary>
    public static string TzVersion => TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>
    /// The zone of a tz database name such as <c>Europe/London</c>, spelt exactly so (old names such as <c>Asia/Calcutta</c> count too); anything else, empty and
    /// null among it, gives <paramref name="fallback"/>.
    /// </summary>
    public static DateTimeZone ZoneOf(string? text, DateTimeZone fallback)
    {
        ArgumentNullException.ThrowIfNull(fallback);
        return string.IsNullOrEmpty(text) ? fallback : DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) ?? fallback;
    }
}
