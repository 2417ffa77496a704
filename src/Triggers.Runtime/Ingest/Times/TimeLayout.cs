using System.Globalization;
using System.Text;

namespace Triggers.Runtime.Ingest.Times;

/// <summary>
/// A .NET format of times (<c>yyyy-MM-dd HH:mm:ss 'UTC'</c>). Formats of fixed width are read straight from the bytes; the others (<c>d/M/yyyy</c>, names of months,
/// <c>tt</c>) by .NET itself, invariant culture.
/// </summary>
internal sealed class TimeLayout
{
    private readonly string _format;
    private readonly List<(char Part, int Start, int Length)> _parts = [];
    private readonly List<(byte Literal, int Start)> _literals = [];
    private readonly int _width;
    private readonly bool _fixed;
    private readonly bool _hasOffset;

    /// <summary>Prepares a format.</summary>
    public TimeLayout(string format)
    {
        _format = format;
        _hasOffset = UnquotedOf(format).AsSpan().IndexOfAny('z', 'K') >= 0;
        _fixed = TryLayOut(format, out _width);
    }

    /// <summary>Reads the whole of <paramref name="text"/>; false when it is not of this format or no real time.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, out ClockReading reading) => _fixed ? TryFixed(text, out reading) : TryFree(text, out reading);

    private bool TryFixed(ReadOnlySpan<byte> text, out ClockReading reading)
    {
        reading = default;
        if (text.Length != _width)
        {
            return false;
        }

        foreach (var (literal, start) in _literals)
        {
            if (text[start] != literal)
            {
                return false;
            }
        }

        int year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, nanoseconds = 0;
        foreach (var (part, start, length) in _parts)
        {
            if (!Digits.TryRead(text.Slice(start, length), out var number))
            {
                return false;
            }

            switch (part)
            {
                case 'y': year = number; break;
                case 'M': month = number; break;
                case 'd': day = number; break;
                case 'H': hour = number; break;
                case 'm': minute = number; break;
                case 's': second = number; break;
                default: nanoseconds = number * (int)Math.Pow(10, 9 - length); break;
            }
        }

        if (!ClockReading.TrySeconds(year, month, day, hour, minute, second, out var seconds))
        {
            return false;
        }

        reading = new(seconds, nanoseconds, null);
        return true;
    }

    private bool TryFree(ReadOnlySpan<byte> text, out ClockReading reading)
    {
        reading = default;
        var styles = _hasOffset ? DateTimeStyles.None : DateTimeStyles.AssumeUniversal;
        if (text.Length > 100 || !DateTimeOffset.TryParseExact(Encoding.UTF8.GetString(text), _format, CultureInfo.InvariantCulture, styles, out var time))
        {
            return false;
        }

        var local = time.DateTime - DateTime.UnixEpoch;
        var seconds = (long)Math.Floor(local.TotalSeconds);
        reading = new(seconds, (int)((local.Ticks - (seconds * TimeSpan.TicksPerSecond)) * 100), _hasOffset ? (int)time.Offset.TotalSeconds : null);
        return true;
    }

    private bool TryLayOut(string format, out int width)
    {
        width = 0;
        for (var i = 0; i < format.Length;)
        {
            var run = 1;
            while (i + run < format.Length && format[i + run] == format[i])
            {
                run++;
            }

            switch (format[i])
            {
                case 'y' when run == 4:
                case 'M' or 'd' or 'H' or 'm' or 's' when run == 2:
                case 'f' when run <= 7:
                    _parts.Add((format[i], width, run));
                    width += run;
                    i += run;
                    break;
                case '\'':
                    var end = format.IndexOf('\'', i + 1);
                    if (end < 0 || !AddLiterals(format.AsSpan(i + 1, end - i - 1), ref width))
                    {
                        return false;
                    }

                    i = end + 1;
                    break;
                case ' ' or '-' or 'T' or '.' or ',' or '_':
                case ':' or '/': // separators of the invariant culture
                    AddLiterals(format.AsSpan(i, 1), ref width);
                    i++;
                    break;
                default:
                    return false;
            }
        }

        return width > 0;
    }

    private bool AddLiterals(ReadOnlySpan<char> text, ref int width)
    {
        foreach (var letter in text)
        {
            if (!char.IsAscii(letter) || letter == '\\')
            {
                return false;
            }

            _literals.Add(((byte)letter, width++));
        }

        return true;
    }

    private static string UnquotedOf(string format) => string.Concat(format.Split('\'').Where((_, i) => i % 2 == 0));
}
