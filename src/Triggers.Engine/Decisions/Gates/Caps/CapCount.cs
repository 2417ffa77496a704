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
    /// <summary>How many deliveries share the fullest window with one at <paramref name="at"/>, not counting it.</summary>
    /// <param name="allowance">How many are allowed, in which time.</param>
    /// <param name="sorted">Instants of delivery, ascending.</param>
    /// <param name="at">When the new one would be delivered.</param>
    /// <param name="zone">The calendar of calendar windows.</param>
    public static int Beside(AllowancePlan allowance, IReadOnlyList<Timestamp> sorted, Timestamp at, DateTimeZone zone)
    {
        if (allowance.Window is not { } window)
        {
            return sorted.Count;
        }

        return window.Length is { } length ? Rolling(sorted, at, length) : InSpan(sorted, CalendarSpan.Of(window.Period!.Value, at, zone));
    }

    /// <summary>The earliest instant, not before <paramref name="at"/>, at which there is room; null when there never is.</summary>
    public static Timestamp? Room(AllowancePlan allowance, IReadOnlyList<Timestamp> sorted, Timestamp at, DateTimeZone zone)
    {
        if (Beside(allowance, sorted, at, zone) < allowance.AtMost)
        {
            return at;
        }

        if (allowance.Window is not { } window)
        {
            return null;
        }

        if (window.Period is { } period)
        {
            var span = CalendarSpan.Of(period, at, zone);
            while (InSpan(sorted, span) >= allowance.AtMost)
            {
                span = CalendarSpan.Of(period, span.To, zone);
            }

            return span.From;
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

    private static int InSpan(IReadOnlyList<Timestamp> sorted, CalendarSpan span)
    {
        var count = 0;
        foreach (var delivery in sorted)
        {
            count += span.Contains(delivery) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Windows are (x − length, x]: two deliveries share one when they are less than its length apart.</summary>
    private static int Rolling(IReadOnlyList<Timestamp> sorted, Timestamp at, TimeSpan length)
    {
        var most = 0;
        for (var first = 0; first <= sorted.Count; first++)
        {
            // The window that begins with this delivery, or with the new one itself.
            var from = first < sorted.Count && sorted[first] < at ? sorted[first] : at;
            if (at - from >= length)
            {
                continue;
            }

            var count = 0;
            for (var i = first; i < sorted.Count && sorted[i] - from < length; i++)
            {
                count++;
            }

            most = Math.Max(most, count);
            if (from == at)
            {
                break;
            }
        }

        return most;
    }
}
