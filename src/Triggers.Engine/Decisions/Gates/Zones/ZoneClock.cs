using NodaTime;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.Zones;

/// <summary>
/// The calendar of one zone. Keeps the day, week and month that it was asked for last, since candidates that come one after the other mostly ask for the same; what it
/// answers does not depend on what was asked before. Not thread-safe.
/// </summary>
internal sealed class ZoneClock(DateTimeZone zone)
{
    private readonly CalendarSpan[] _last = new CalendarSpan[Enum.GetValues<CalendarPeriod>().Length];

    /// <summary>The zone.</summary>
    public DateTimeZone Zone => zone;

    /// <summary>The span in which an instant lies.</summary>
    public CalendarSpan SpanOf(CalendarPeriod period, Timestamp at)
    {
        ref var last = ref _last[(int)period];
        if (!last.Contains(at))
        {
            last = CalendarSpan.Of(period, at, zone);
        }

        return last;
    }
}
