using NodaTime;
using NodaTime.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>Reads the parts of instants in a time zone (tz database or a fixed offset such as <c>+02:00</c>) and of lengths of time.</summary>
internal static class Calendar
{
    /// <summary>The zone of this name; null when there is none.</summary>
    public static DateTimeZone? Zone(string name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        if (name[0] is '+' or '-' || char.IsAsciiDigit(name[0]))
        {
            var offset = OffsetPattern.CreateWithInvariantCulture("+HH:mm").Parse(char.IsAsciiDigit(name[0]) ? "+" + name : name);
            return offset.Success ? DateTimeZone.ForOffset(offset.Value) : null;
        }

        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
    }

    public static Value Part(TimePart part, in Value time, DateTimeZone zone) => time.Kind switch
    {
        ValueKind.Timestamp => Value.Of(OfTimestamp(part, time, zone)),
        ValueKind.Duration => OfDuration(part, time),
        _ => Errors.Of(time),
    };

    /// <summary>The part in the zone that a value names.</summary>
    public static Value Part(TimePart part, in Value time, in Value zone)
    {
        if (time.Kind != ValueKind.Timestamp || zone.Kind != ValueKind.String)
        {
            return Errors.Of(time, zone);
        }

        return Zone(zone.AsString) is { } found ? Part(part, time, found) : Errors.UnknownZone;
    }

    private static long OfTimestamp(TimePart part, in Value time, DateTimeZone zone)
    {
        var local = Instant.FromUnixTimeSeconds(time.Seconds).InZone(zone).LocalDateTime;
        return part switch
        {
            TimePart.FullYear => local.Year,
            TimePart.Month => local.Month - 1,
            TimePart.Date => local.Day,
            TimePart.DayOfMonth => local.Day - 1,
            TimePart.DayOfWeek => (int)local.DayOfWeek % 7,
            TimePart.DayOfYear => local.DayOfYear - 1,
            TimePart.Hours => local.Hour,
            TimePart.Minutes => local.Minute,
            TimePart.Seconds => local.Second,
            _ => time.Nanoseconds / 1_000_000,
        };
    }

    private static Value OfDuration(TimePart part, in Value time) => part switch
    {
        TimePart.Hours => Value.Of(time.Seconds / 3600),
        TimePart.Minutes => Value.Of(time.Seconds / 60),
        TimePart.Seconds => Value.Of(time.Seconds),
        TimePart.Milliseconds => Value.Of((long)(time.Nanoseconds / 1_000_000)),
        _ => Errors.NoSuchOverload,
    };
}
