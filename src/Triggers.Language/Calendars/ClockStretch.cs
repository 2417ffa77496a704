using NodaTime;

namespace Triggers.Language.Calendars;

/// <summary>
/// The time between two changes of a zone's clocks, in milliseconds since 1970. Where the next stretch begins later on the clock than this one ends lies a gap
/// (clocks forward), where it begins earlier a fold (clocks back). One look into NodaTime's cache; nothing is allocated once the cache is warm.
/// </summary>
/// <param name="Start">First instant; <see cref="long.MinValue"/> when the clocks were never changed before.</param>
/// <param name="End">First instant no longer part of it; <see cref="long.MaxValue"/> when the clocks are never changed again.</param>
/// <param name="Offset">What the clocks are ahead of UTC.</param>
internal readonly record struct ClockStretch(long Start, long End, long Offset)
{
    /// <summary>No zone is further from UTC than this, and no clock was ever changed by more than twice this.</summary>
    public const long MostOffset = 18 * 60 * CivilCalendar.MillisecondsPerMinute;

    /// <summary>What clocks show at the start.</summary>
    public long LocalStart => Start == long.MinValue ? long.MinValue : Start + Offset;

    /// <summary>What clocks would show at the end.</summary>
    public long LocalEnd => End == long.MaxValue ? long.MaxValue : End + Offset;

    /// <summary>The stretch that an instant of the years 1 to 9998 lies in.</summary>
    public static ClockStretch At(DateTimeZone zone, long instant)
    {
        var interval = zone.GetZoneInterval(Instant.FromUnixTimeMilliseconds(instant));
        return new(
            interval.HasStart ? interval.Start.ToUnixTimeMilliseconds() : long.MinValue,
            interval.HasEnd ? interval.End.ToUnixTimeMilliseconds() : long.MaxValue,
            interval.WallOffset.Milliseconds);
    }

    /// <summary>
    /// The instant at which clocks first show <paramref name="local"/>: in a fold the first of the two; a time that a gap leaves out comes at the first instant
    /// after the gap.
    /// </summary>
    public static long InstantOf(DateTimeZone zone, long local)
    {
        var stretch = At(zone, local - (2 * MostOffset));
        while (local >= stretch.LocalEnd)
        {
            stretch = At(zone, stretch.End);
            if (local < stretch.LocalStart)
            {
                return stretch.Start;
            }
        }

        return local - stretch.Offset;
    }
}
