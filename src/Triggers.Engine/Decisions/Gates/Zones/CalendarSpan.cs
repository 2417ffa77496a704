using NodaTime;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Zones;

/// <summary>One day, week or month of a zone's calendar, [from, to).</summary>
/// <param name="From">Its first instant: midnight, or the first instant after it where the clock skips midnight.</param>
/// <param name="To">The first instant of the next one.</param>
internal readonly record struct CalendarSpan(Timestamp From, Timestamp To)
{
    /// <summary>The span in which an instant lies.</summary>
    public static CalendarSpan Of(CalendarPeriod period, Timestamp at, DateTimeZone zone)
    {
        var day = Instant.FromUnixTimeMilliseconds(at.UnixMilliseconds).InZone(zone).Date;
        var first = period switch
        {
            CalendarPeriod.Week => day.PlusDays(1 - (int)day.DayOfWeek),
            CalendarPeriod.Month => new LocalDate(day.Year, day.Month, 1),
            _ => day,
        };
        var next = period switch
        {
            CalendarPeriod.Week => first.PlusWeeks(1),
            CalendarPeriod.Month => first.PlusMonths(1),
            _ => first.PlusDays(1),
        };
        var span = new CalendarSpan(Start(first, zone), Start(next, zone));

        // Where the clock goes back over midnight, what is shown again of the old day belongs to the new one: spans never overlap.
        return at < span.To ? span : Of(period, span.To, zone);
    }

    /// <summary>Whether the instant lies in it.</summary>
    public bool Contains(Timestamp at) => at >= From && at < To;

    /// <summary>The first instant of a day; of one that the clock skips as a whole, the first after it.</summary>
    private static Timestamp Start(LocalDate day, DateTimeZone zone)
    {
        var midnight = zone.MapLocal(day.AtMidnight());
        return new((midnight.Count == 0 ? midnight.EarlyInterval.End : midnight.First().ToInstant()).ToUnixTimeMilliseconds());
    }
}
