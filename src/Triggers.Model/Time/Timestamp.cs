using System.Globalization;

namespace Triggers.Model.Time;

/// <summary>
/// An instant in whole milliseconds since 1970-01-01T00:00:00Z, as Kafka keeps it: event time, log time and deadlines. <c>default</c> is 1970. Expressions see
/// finer instants (<see cref="Values.ValueKind.Timestamp"/>).
/// </summary>
/// <param name="UnixMilliseconds">Milliseconds since 1970; negative before.</param>
public readonly record struct Timestamp(long UnixMilliseconds) : IComparable<Timestamp>, ISpanFormattable
{
    /// <summary>The most letters that one takes as text.</summary>
    public const int LongestText = 24;

    private const int RoundTripLength = 28;
    private const int ReadableLength = 24;
    private const long EarliestReadable = -62_135_596_800_000;
    private const long LatestReadable = 253_402_300_799_999;

    /// <summary>Later than every real instant: "no deadline".</summary>
    public static Timestamp Never => new(long.MaxValue);

    /// <summary>Earlier than every real instant: "nothing seen yet".</summary>
    public static Timestamp Beginning => new(long.MinValue);

    /// <summary>The instant of <paramref name="time"/>, cut to milliseconds.</summary>
    public static Timestamp From(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());

    /// <summary>The later of two.</summary>
    public static Timestamp Max(Timestamp left, Timestamp right) => left >= right ? left : right;

    /// <summary>The earlier of two.</summary>
    public static Timestamp Min(Timestamp left, Timestamp right) => left <= right ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Timestamp other) => UnixMilliseconds.CompareTo(other.UnixMilliseconds);

    /// <summary>Earlier.</summary>
    public static bool operator <(Timestamp left, Timestamp right) => left.UnixMilliseconds < right.UnixMilliseconds;

    /// <summary>Later.</summary>
    public static bool operator >(Timestamp left, Timestamp right) => left.UnixMilliseconds > right.UnixMilliseconds;

    /// <summary>Not later.</summary>
    public static bool operator <=(Timestamp left, Timestamp right) => left.UnixMilliseconds <= right.UnixMilliseconds;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Timestamp left, Timestamp right) => left.UnixMilliseconds >= right.UnixMilliseconds;

    /// <summary>The instant <paramref name="span"/> later, cut to milliseconds.</summary>
    public static Timestamp operator +(Timestamp time, TimeSpan span) => new(time.UnixMilliseconds + (span.Ticks / TimeSpan.TicksPerMillisecond));

    /// <summary>The instant <paramref name="span"/> earlier, cut to milliseconds.</summary>
    public static Timestamp operator -(Timestamp time, TimeSpan span) => new(time.UnixMilliseconds - (span.Ticks / TimeSpan.TicksPerMillisecond));

    /// <summary>How much later <paramref name="left"/> is.</summary>
    public static TimeSpan operator -(Timestamp left, Timestamp right) => TimeSpan.FromMilliseconds(left.UnixMilliseconds - right.UnixMilliseconds);

    /// <summary>RFC 3339 in UTC with milliseconds: <c>2026-01-01T10:00:00.000Z</c>; outside the years 1 to 9999 the number of milliseconds.</summary>
    public override string ToString() => this == Never ? "never"
        : this == Beginning ? "beginning"
        : UnixMilliseconds is < EarliestReadable or > LatestReadable ? $"{UnixMilliseconds.ToString(CultureInfo.InvariantCulture)} ms"
        : Written(DateTimeOffset.FromUnixTimeMilliseconds(UnixMilliseconds).UtcDateTime);

    /// <summary>The same text, whatever the format and provider.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Writes the same text, whatever the format and provider; false when there is not enough room. Allocates nothing for an instant of the years 1 to 9999.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (UnixMilliseconds is >= EarliestReadable and <= LatestReadable)
        {
            Span<char> written = stackalloc char[RoundTripLength];
            charsWritten = Write(DateTimeOffset.FromUnixTimeMilliseconds(UnixMilliseconds).UtcDateTime, written).TryCopyTo(destination) ? ReadableLength : 0;
            return charsWritten > 0;
        }

        var text = ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten > 0;
    }

    private static string Written(DateTime time)
    {
        Span<char> text = stackalloc char[RoundTripLength];
        return new(Write(time, text));
    }

    /// <summary>By way of .NET's round-trip format, the only one that is quick: of its seven decimal places three are kept.</summary>
    private static ReadOnlySpan<char> Write(DateTime time, Span<char> text)
    {
        time.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[ReadableLength - 1] = 'Z';
        return text[..ReadableLength];
    }
}
