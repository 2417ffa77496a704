using NodaTime;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Decisions.Gates.QuietHours;

/// <summary>
/// Keeps, for every zone, the stretch that was asked for last: candidates that come one after the other mostly fall into the same one. What it answers does not depend on
/// what was asked before. Not thread-safe.
/// </summary>
internal sealed class QuietStretches
{
    /// <summary>More than there are zones in the tz database.</summary>
    private const int MostKept = 1_024;

    private readonly Dictionary<QuietHoursPlan, Dictionary<DateTimeZone, QuietStretch>> _last = new(ReferenceEqualityComparer.Instance);

    /// <summary>The stretch in which an instant lies.</summary>
    public QuietStretch At(QuietHoursPlan hours, DateTimeZone zone, Timestamp at)
    {
        if (!_last.TryGetValue(hours, out var zones))
        {
            _last[hours] = zones = new(ReferenceEqualityComparer.Instance);
        }

        if (zones.TryGetValue(zone, out var last) && last.Contains(at))
        {
            return last;
        }

        if (zones.Count == MostKept)
        {
            zones.Clear();
        }

        return zones[zone] = QuietHoursRule.StretchAt(hours, at, zone);
    }
}
