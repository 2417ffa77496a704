using NodaTime;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.QuietHours;

/// <summary>
/// Would the message wake the customer? An instant is quiet when the customer's clock shows a time of day in [from, to): so it is on the days on which clocks change, too.
/// A `to` that the clock skips is over when it has been skipped; hours that come twice are quiet both times.
/// <para><b>Passes when</b> the instant is not quiet. <b>Holds when</b> it is, until the quiet hours end, or without end when no zone is known.</para>
/// </summary>
internal static class QuietHoursRule
{
    /// <summary>More days than any zone has ever skipped in one go.</summary>
    private const int DaysAhead = 3;

    private const string SpreadSalt = "spread";

    /// <summary>Judges one message.</summary>
    public static QuietVerdict Judge(QuietHoursPlan? hours, in QuietFacts facts)
    {
        if (hours is null)
        {
            return QuietVerdict.Pass;
        }

        if (facts.Zone is not { } zone)
        {
            return new(IsQuiet: true, ReleaseAt: null);
        }

        return Judge(hours, StretchAt(hours, facts.At, zone), zone, facts.Customer);
    }

    /// <summary>Judges one message of a customer whose clock is known, in the stretch in which it would be delivered. Allocates nothing while it is not quiet.</summary>
    public static QuietVerdict Judge(QuietHoursPlan hours, in QuietStretch stretch, DateTimeZone zone, CustomerKey customer) =>
        stretch.IsQuiet ? new(IsQuiet: true, stretch.To + Offset(hours, stretch.To, zone, customer)) : QuietVerdict.Pass;

    /// <summary>The stretch from an instant to the next at which quiet hours begin or end. Some microseconds.</summary>
    public static QuietStretch StretchAt(QuietHoursPlan hours, Timestamp at, DateTimeZone zone)
    {
        var isQuiet = IsQuiet(hours, at, zone);
        return new(at, Next(hours, isQuiet ? hours.To : hours.From, at, zone, !isQuiet), isQuiet);
    }

    /// <summary>Whether the customer's clock shows a quiet time.</summary>
    public static bool IsQuiet(QuietHoursPlan hours, Timestamp at, DateTimeZone zone)
    {
        var time = At(at).InZone(zone).TimeOfDay;
        return hours.From < hours.To ? time >= hours.From && time < hours.To : time >= hours.From || time < hours.To;
    }

    /// <summary>Its place in the spread: always the same for a customer and morning, and never in the next quiet hours.</summary>
    private static TimeSpan Offset(QuietHoursPlan hours, Timestamp end, DateTimeZone zone, CustomerKey customer)
    {
        if (hours.Spread == TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        var free = Next(hours, hours.From, end, zone, quiet: true) - end;
        var span = (long)Math.Min(hours.Spread.TotalMilliseconds, free.TotalMilliseconds);
        var hash = StableHash.And(StableHash.Of(SpreadSalt, customer), (ulong)end.UnixMilliseconds);
        return TimeSpan.FromMilliseconds(hash % (ulong)Math.Max(1, span));
    }

    /// <summary>The first instant after <paramref name="after"/> at which it is quiet, or is not: where the clock reaches <paramref name="time"/>, or jumps.</summary>
    private static Timestamp Next(QuietHoursPlan hours, LocalTime time, Timestamp after, DateTimeZone zone, bool quiet)
    {
        var from = At(after);
        var today = from.InZone(zone).Date;
        var next = Timestamp.Never;
        for (var day = -1; day <= DaysAhead; day++) // The clock may go back over midnight.
        {
            var map = zone.MapLocal(today.PlusDays(day) + time);
            if (map.Count > 0)
            {
                Take(map.First().ToInstant());
                Take(map.Last().ToInstant());
            }
        }

        foreach (var interval in zone.GetZoneIntervals(from, from + Duration.FromDays(DaysAhead)).Where(i => i.HasStart))
        {
            Take(interval.Start);
        }

        return next;

        void Take(Instant instant)
        {
            var at = new Timestamp(instant.ToUnixTimeMilliseconds());
            next = at > after && at < next && IsQuiet(hours, at, zone) == quiet ? at : next;
        }
    }

    private static Instant At(Timestamp time) => Instant.FromUnixTimeMilliseconds(time.UnixMilliseconds);
}
