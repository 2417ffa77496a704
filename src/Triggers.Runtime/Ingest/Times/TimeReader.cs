using NodaTime;
using NodaTime.TimeZones;
using Triggers.Model.Time;

namespace Triggers.Runtime.Ingest.Times;

/// <summary>
/// Event times as a source writes them: RFC 3339 or whole milliseconds since 1970, or a .NET format; without an offset they are local times of the source's zone. A local
/// time that the clock skips (spring) is taken with the offset before the gap, one that comes twice (autumn) is taken as the first.
/// </summary>
internal sealed class TimeReader(string? format, string zone)
{
    private const long Margin = 86_400;

    private readonly TimeLayout? _layout = format is null ? null : new TimeLayout(format);
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[zone];
    private long _knownFrom = long.MaxValue;
    private long _knownTo = long.MinValue;
    private int _knownOffset;
    private readonly byte[] _knownText = new byte[40];
    private int _knownLength;
    private Timestamp _knownTime;

    /// <summary>What is allowed, as the end of a sentence.</summary>
    public string Allowed => format is null
        ? "Use RFC 3339, for instance 2026-01-01T10:00:00Z, or milliseconds since 1970."
        : $"The mapping says `{format}`.";

    /// <summary>Reads a time; false when it is none.</summary>
    /// <param name="text">The text, or the digits of a number.</param>
    /// <param name="time">The instant, cut to milliseconds.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out Timestamp time)
    {
        if (_layout is null && TryMilliseconds(text, out time))
        {
            return true;
        }

        // Rows that belong together mostly have one time.
        if (_knownLength > 0 && text.SequenceEqual(_knownText.AsSpan(0, _knownLength)))
        {
            time = _knownTime;
            return true;
        }

        var read = TryReadNew(text, out time);
        if (read && text.Length <= _knownText.Length)
        {
            text.CopyTo(_knownText);
            (_knownLength, _knownTime) = (text.Length, time);
        }

        return read;
    }

    private bool TryReadNew(ReadOnlySpan<byte> text, out Timestamp time)
    {
        time = default;
        if (!(_layout is null ? Rfc3339.TryParse(text, out var reading) : _layout.TryParse(text, out reading)))
        {
            return false;
        }

        var offset = reading.OffsetSeconds ?? OffsetAt(reading.LocalSeconds);
        time = new(((reading.LocalSeconds - offset) * 1_000) + (reading.Nanoseconds / 1_000_000));
        return true;
    }

    private static bool TryMilliseconds(ReadOnlySpan<byte> text, out Timestamp time)
    {
        const long latest = 253_402_300_799_999;
        var read = System.Buffers.Text.Utf8Parser.TryParse(text, out long milliseconds, out var used) && used == text.Length && Math.Abs(milliseconds) <= latest;
        time = new(milliseconds);
        return read;
    }

    /// <summary>The zone's offset at a local time. Offsets hold for months, so the last one is kept with the stretch for which it is certain.</summary>
    private int OffsetAt(long localSeconds)
    {
        if (localSeconds >= _knownFrom && localSeconds < _knownTo)
        {
            return _knownOffset;
        }

        var local = LocalDateTime.FromDateTime(DateTime.UnixEpoch.AddSeconds(localSeconds));
        var instant = local.InZone(_zone, Resolvers.LenientResolver);
        var interval = _zone.GetZoneInterval(instant.ToInstant());
        _knownOffset = interval.WallOffset.Seconds;
        _knownFrom = interval.HasStart ? interval.Start.ToUnixTimeSeconds() + _knownOffset + Margin : long.MinValue;
        _knownTo = interval.HasEnd ? interval.End.ToUnixTimeSeconds() + _knownOffset - Margin : long.MaxValue;
        return (int)(localSeconds - instant.ToInstant().ToUnixTimeSeconds());
    }
}
