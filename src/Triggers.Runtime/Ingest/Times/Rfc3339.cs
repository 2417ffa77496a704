namespace Triggers.Runtime.Ingest.Times;

/// <summary>
/// Times as RFC 3339 writes them: <c>2026-01-01T10:00:00.123Z</c>, <c>2026-01-01 10:00:00+01:00</c>. Fractions to nine digits count, further ones are cut. The offset may
/// be left out where the caller knows a zone.
/// </summary>
internal static class Rfc3339
{
    private const int ShortestLength = 19;

    /// <summary>Reads the whole of <paramref name="text"/>; false when it is anything else.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ClockReading reading)
    {
        reading = default;
        if (text.Length < ShortestLength || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        if (!Digits.TryRead(text[..4], out var year) || !Digits.TryRead(text[5..7], out var month) || !Digits.TryRead(text[8..10], out var day) ||
            !Digits.TryRead(text[11..13], out var hour) || !Digits.TryRead(text[14..16], out var minute) || !Digits.TryRead(text[17..19], out var second) ||
            !ClockReading.TrySeconds(year, month, day, hour, minute, second, out var seconds))
        {
            return false;
        }

        var rest = text[ShortestLength..];
        if (!TryFraction(ref rest, out var nanoseconds) || !TryOffset(rest, out var offset))
        {
            return false;
        }

        reading = new(seconds, nanoseconds, offset);
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out int nanoseconds)
    {
        nanoseconds = 0;
        if (rest.IsEmpty || rest[0] != '.')
        {
            return true;
        }

        var length = 0;
        for (var unit = 100_000_000; length + 1 < rest.Length && char.IsAsciiDigit((char)rest[length + 1]); length++, unit /= 10)
        {
            nanoseconds += (rest[length + 1] - '0') * unit;
        }

        rest = rest[(length + 1)..];
        return length > 0;
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, out int? offset)
    {
        offset = null;
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] is (byte)'Z' or (byte)'z')
        {
            offset = 0;
            return rest.Length == 1;
        }

        if (rest.Length != 6 || rest[0] is not ((byte)'+' or (byte)'-') || rest[3] != ':' || !Digits.TryRead(rest[1..3], out var hours) ||
            !Digits.TryRead(rest[4..6], out var minutes) || hours > 23 || minutes > 59)
        {
            return false;
        }

        offset = ((hours * 3_600) + (minutes * 60)) * (rest[0] == '-' ? -1 : 1);
        return true;
    }
}
