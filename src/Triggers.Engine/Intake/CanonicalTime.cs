using System.Globalization;
using Triggers.Model.Values;

namespace Triggers.Engine.Intake;

/// <summary>
/// Instants and lengths of time in canonical JSON: RFC 3339 in UTC (<c>2026-01-01T10:00:00.5Z</c>) and seconds (<c>1800.5s</c>, <c>-0.25s</c>), each with up to nine
/// decimal places.
/// </summary>
internal static class CanonicalTime
{
    private const string SecondsFormat = "yyyy-MM-dd'T'HH:mm:ss";
    private const int SecondsLength = 19;
    private const int FractionDigits = 9;

    /// <summary>Reads an instant; false when the text is anything else.</summary>
    public static bool TryReadTimestamp(string text, out Value value)
    {
        value = default;
        if (text.Length <= SecondsLength || text[^1] != 'Z' || !TryFraction(text.AsSpan(SecondsLength..^1), out var nanoseconds) ||
            !DateTime.TryParseExact(
                text.AsSpan(0, SecondsLength), SecondsFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return false;
        }

        value = Value.OfTimestamp((time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond, nanoseconds);
        return true;
    }

    /// <summary>Reads a length of time; false when the text is anything else.</summary>
    public static bool TryReadDuration(string text, out Value value)
    {
        value = default;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text.Length - 1 : point;
        if (text.Length < 2 || text[^1] != 's' || !TryFraction(text.AsSpan(whole..^1), out var nanoseconds) ||
            !long.TryParse(text.AsSpan(0, whole), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            return false;
        }

        value = Value.OfDuration(seconds, text[0] == '-' ? -nanoseconds : nanoseconds);
        return true;
    }

    /// <summary>The text of an instant in the years 1 to 9999.</summary>
    public static string WriteTimestamp(Value value) =>
        DateTime.UnixEpoch.AddTicks(value.Seconds * TimeSpan.TicksPerSecond).ToString(SecondsFormat, CultureInfo.InvariantCulture) + Fraction(value.Nanoseconds) + "Z";

    /// <summary>The text of a length of time.</summary>
    public static string WriteDuration(Value value)
    {
        var sign = value.Seconds == 0 && value.Nanoseconds < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{value.Seconds}{Fraction(Math.Abs(value.Nanoseconds))}s");
    }

    private static string Fraction(int nanoseconds) => nanoseconds == 0 ? "" : "." + nanoseconds.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');

    private static bool TryFraction(ReadOnlySpan<char> text, out int nanoseconds)
    {
        nanoseconds = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length is < 2 or > FractionDigits + 1 || text[1..].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        for (var i = 1; i <= FractionDigits; i++)
        {
            nanoseconds = (nanoseconds * 10) + (i < text.Length ? text[i] - '0' : 0);
        }

        return true;
    }
}
