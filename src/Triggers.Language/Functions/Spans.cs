using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>
/// Arithmetic with instants and lengths of time, to the nanosecond. Instants lie in the years 1 to 9999; a length of time fits into 64 bits of nanoseconds.
/// </summary>
internal static class Spans
{
    private const long EarliestSecond = -62_135_596_800;
    private const long LatestSecond = 253_402_300_799;
    private const long Second = 1_000_000_000;

    public static Value Timestamp(long seconds, int nanoseconds) =>
        seconds is < EarliestSecond or > LatestSecond ? Errors.TimeRange : Value.OfTimestamp(seconds, nanoseconds);

    public static Value Duration(Int128 nanoseconds) => nanoseconds < long.MinValue || nanoseconds > long.MaxValue
        ? Errors.DurationRange
        : Value.OfDuration((long)(nanoseconds / Second), (int)(nanoseconds % Second));

    public static Int128 Nanoseconds(in Value value) => ((Int128)value.Seconds * Second) + value.Nanoseconds;

    /// <summary>An instant plus (<paramref name="sign"/> 1) or minus (-1) a length of time.</summary>
    public static Value Shift(in Value timestamp, in Value duration, int sign)
    {
        var total = Nanoseconds(timestamp) + (sign * Nanoseconds(duration));
        var seconds = total / Second;
        var rest = total % Second;
        return rest < 0 ? Timestamp((long)seconds - 1, (int)(rest + Second)) : Timestamp((long)seconds, (int)rest);
    }

    public static Value Between(in Value later, in Value earlier) => Duration(Nanoseconds(later) - Nanoseconds(earlier));

    public static Value Sum(in Value left, in Value right, int sign) => Duration(Nanoseconds(left) + (sign * Nanoseconds(right)));
}
