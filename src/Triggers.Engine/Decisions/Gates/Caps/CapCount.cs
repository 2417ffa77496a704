using NodaTime;
using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Caps;

/// <summary>
/// Counts deliveries in windows. A delivery may lie in the future: a place that a held message has reserved. So a rolling window looks both ways: it has room when no
/// stretch of its length that holds the new delivery would hold too many.
/// </summary>
internal static class CapCount
{
    /// <summary>How many deliveries share the fullest window with one at <paramref name="at"/>, not counting it. Allocates nothing.</summary>
    /// <param name="allowance">How many are allowed, in which time.</param>
    /// <param name="sorted">Instants of delivery, ascending.</param>
    /// <param name="at">When the new one would be delivered.</param>
    /// <param name="clock">The calendar of calendar windows, which are full when it is not known (null); others need none.</param>
    public static int Beside(AllowancePlan allowance, ReadOnlySpan<Timestamp> sorted, Timestamp at, ZoneClock? clock) => allowance.Window switch
    {
        null => sorted.Length,
        { Length: { } length } => Rolling(sorted, at, length),
        { Period: var period } => clock is null ? allowance.AtMost : InSpan(sorted, clock.SpanOf(period!.Value, at)),
    };

    /// <summary>The earliest instant, not before <paramref name="at"/>, at which there is room; null when there never is, or nobody knows when.</summary>
    public static Timestamp? Room(AllowancePlan allowance, ReadOnlySpan<Timestamp> sorted, Timestamp at, ZoneClock? clock)
    {
        if (Beside(allowance, sorted, at, clock) < allowance.AtMost)
        {
            return at;
        }

        if (allowance.Window is not { } window)
        {
            return null;
        }

        if (window.Period is { } period)
        {
            return clock is null ? null : Room(sorted, allowance.AtMost, period, clock.SpanOf(period, at), clock.Zone);
        }

        // A rolling window gets room only at the instant at which a delivery leaves it.
        foreach (var delivery in sorted)
        {
            var free = delivery + window.Length!.Value;
            if (free > at && Rolling(sorted, free, window.Length.Value) < allowance.AtMost)
            {
                return free;
            }
        }

        return null;
    }

    /// <summary>The beginning of the first span with room, from a full one on.</summary>
    private static Timestamp Room(ReadOnlySpan<Timestamp> sorted, int atMost, CalendarPeriod period, CalendarSpan span, DateTimeZone zone)
    {
        while (InSpan(sorted, span) >= atMost)
        {
            span = CalendarSpan.Of(period, span.To, zone);
        }

        return span.From;
    }

    private static int InSpan(ReadOnlySpan<Timestamp> sorted, CalendarSpan span)
    {
        var count = 0;
        foreach (var delivery in sorted)
        {
            count += span.Contains(delivery) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Windows are (x − length, x]: two deliveries share one when they are less than its length apart.</summary>
    private static int Rolling(ReadOnlySpan<Timestamp> sorted, Timestamp at, TimeSpan length)
    {
        var (most, end) = (0, 0);
        for (var first = 0; first <= sorted.Length; first++)
        {
            // The window that begins with this delivery, or with the new one itself.
            var from = first < sorted.Length && sorted[first] < at ? sorted[first] : at;
            if (at - from >= length)
            {
                continue;
            }

            while (end < sorted.Length && sorted[end] - from < length)
            {
                end++;
            }

            most = Math.Max(most, end - first);
            if (from == at)
            {
                break;
            }
        }

        return most;
    }
}
