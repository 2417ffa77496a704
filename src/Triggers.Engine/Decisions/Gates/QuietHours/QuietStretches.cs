using Triggers.Engine.Decisions.Gates.Zones;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.QuietHours;

/// <summary>
/// Quiet hours, and for every clock the stretch that was asked for last: candidates that come one after the other mostly fall into the same one. What it answers does not
/// depend on what was asked before. Not thread-safe.
/// </summary>
internal sealed class QuietStretches(QuietHoursPlan hours)
{
    private readonly Dictionary<ZoneClock, QuietStretch> _last = [];

    /// <summary>The quiet hours.</summary>
    public QuietHoursPlan Hours => hours;

    /// <summary>The stretch in which an instant lies.</summary>
    public QuietStretch At(ZoneClock clock, Timestamp at)
    {
        if (_last.TryGetValue(clock, out var last) && last.Contains(at))
        {
            return last;
        }

        if (_last.Count == ZoneClocks.MostKept)
        {
            _last.Clear();
        }

        return _last[clock] = QuietHoursRule.StretchAt(hours, at, clock.Zone);
    }
}
