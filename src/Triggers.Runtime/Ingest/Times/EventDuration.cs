using System.Buffers;

namespace Triggers.Runtime.Ingest.Times;

/// <summary>Lengths of time in events: <c>90s</c>, <c>1h30m</c>, <c>1.5h</c>, <c>-2d</c>, <c>250ms</c>. Units d (24 h), h, m, s, ms, us, ns.</summary>
internal static class EventDuration
{
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789."u8);

    /// <summary>Reads the whole of <paramref name="text"/>; false when it is anything else or longer than 10,000 years.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long seconds, out int nanoseconds)
    {
        seconds = 0;
        nanoseconds = 0;
        var negative = !text.IsEmpty && text[0] == '-';
        var rest = negative ? text[1..] : text;
        decimal total = 0;
        if (rest.IsEmpty)
        {
            return false;
        }

        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(NumberBytes);
            if (digits <= 0 || !ExactDecimal.TryParse(rest[..digits], out var number) || !TryUnit(rest[digits..], out var unit, out var length))
            {
                return false;
            }

            total += number * unit;
            rest = rest[(digits + length)..];
        }

        const decimal most = 315_576_000_000m * 1_000_000_000m;
        if (total > most)
        {
            return false;
        }

        total = decimal.Truncate(negative ? -total : total);
        seconds = (long)decimal.Truncate(total / 1_000_000_000m);
        nanoseconds = (int)(total - (seconds * 1_000_000_000m));
        return true;
    }

    private static bool TryUnit(ReadOnlySpan<byte> text, out decimal nanoseconds, out int length)
    {
        length = text.StartsWith("ms"u8) || text.StartsWith("us"u8) || text.StartsWith("ns"u8) ? 2 : 1;
        nanoseconds = (length, (char)text[0]) switch
        {
            (2, 'm') => 1_000_000,
            (2, 'u') => 1_000,
            (2, 'n') => 1,
            (1, 'd') => 86_400_000_000_000,
            (1, 'h') => 3_600_000_000_000,
            (1, 'm') => 60_000_000_000,
            (1, 's') => 1_000_000_000,
            _ => 0,
        };
        return nanoseconds > 0;
    }
}
