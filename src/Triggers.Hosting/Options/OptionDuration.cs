using System.Globalization;

namespace Triggers.Hosting.Options;

/// <summary>Durations as configuration writes them: a whole number and a unit of <c>ms s m h d</c>.</summary>
public static class OptionDuration
{
    private static readonly (string Unit, TimeSpan Span)[] Units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)), ("d", TimeSpan.FromDays(1))];

    /// <summary>Reads; false when it is not a duration.</summary>
    public static bool TryRead(string text, out TimeSpan value)
    {
        foreach (var (unit, span) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) &&
                long.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count) &&
                count <= TimeSpan.MaxValue.Ticks / span.Ticks)
            {
                value = span * count;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Writes with the largest unit that leaves a whole number.</summary>
    public static string Write(TimeSpan value)
    {
        var (unit, span) = Units.Last(u => u.Unit == "ms" || value.Ticks % u.Span.Ticks == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{value.Ticks / span.Ticks}{unit}");
    }
}
