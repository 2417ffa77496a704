using NodaTime.Text;
using Triggers.Model.Values;

namespace Triggers.Language.Functions;

/// <summary>Reads instants (RFC 3339) and lengths of time (<c>1h30m</c>, <c>-1.5s</c>: Go's notation, as the CEL specification says).</summary>
internal static class TimeText
{
    private static readonly (string Unit, long Nanoseconds)[] Units =
    [
        ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ];

    public static Value ParseTimestamp(string text)
    {
        var parsed = OffsetDateTimePattern.Rfc3339.Parse(text);
        if (!parsed.TryGetValue(default, out var time))
        {
            return Errors.Conversion(text, "timestamp");
        }

        var instant = time.ToInstant();
        var seconds = instant.ToUnixTimeSeconds();
        return Spans.Timestamp(seconds, (int)(instant - NodaTime.Instant.FromUnixTimeSeconds(seconds)).ToInt64Nanoseconds());
    }

    public static Value ParseDuration(string text)
    {
        var rest = text.AsSpan();
        var negative = rest.StartsWith("-");
        if (negative || rest.StartsWith("+"))
        {
            rest = rest[1..];
        }

        if (rest is "0")
        {
            return Value.OfDuration(0);
        }

        Int128 total = 0;
        do
        {
            if (!Part(ref rest, out var nanoseconds))
            {
                return Errors.Conversion(text, "duration");
            }

            total += nanoseconds;
            if (total > long.MaxValue)
            {
                return Errors.DurationRange;
            }
        }
        while (!rest.IsEmpty);

        return Spans.Duration(negative ? -total : total);
    }

    /// <summary>Takes one number with its unit.</summary>
    private static bool Part(ref ReadOnlySpan<char> text, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        var whole = Digits(ref text, 24, out var wholeDigits);
        Int128 fraction = 0, scale = 1;
        var fractionDigits = 0;
        if (text.StartsWith("."))
        {
            text = text[1..];
            fraction = Digits(ref text, 18, out fractionDigits);
            for (var i = 0; i < Math.Min(fractionDigits, 18); i++)
            {
                scale *= 10;
            }
        }

        if (wholeDigits + fractionDigits == 0)
        {
            return false;
        }

        var unitLength = 0;
        while (unitLength < text.Length && !char.IsAsciiDigit(text[unitLength]) && text[unitLength] != '.')
        {
            unitLength++;
        }

        foreach (var (unit, size) in Units)
        {
            if (text[..unitLength].SequenceEqual(unit))
            {
                text = text[unitLength..];
                nanoseconds = (whole * size) + (fraction * size / scale);
                return true;
            }
        }

        return false;
    }

    /// <summary>The number at the start; digits beyond <paramref name="most"/> are skipped: the number is out of range or too fine without them already.</summary>
    private static Int128 Digits(ref ReadOnlySpan<char> text, int most, out int count)
    {
        Int128 value = 0;
        count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            if (count < most)
            {
                value = (value * 10) + (text[count] - '0');
            }

            count++;
        }

        text = text[count..];
        return value;
    }
}
