namespace Triggers.Runtime.Ingest;

/// <summary>
/// Plain decimal numbers of at most 15 digits (<c>-0.01</c>, <c>12.5</c>) as doubles. Digits and power of ten are exact as doubles then, so that one division gives the nearest
/// double (W. D. Clinger, How to read floating point numbers accurately, 1990): the same as the long way, in a tenth of the time.
/// </summary>
internal static class ShortDouble
{
    private const int MostDigits = 15;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads the whole of <paramref name="text"/>; false when it is anything else, which may be a number still.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var negative = !text.IsEmpty && text[0] == '-';
        var at = negative ? 1 : 0;
        if (text.Length - at is 0 or > MostDigits + 1)
        {
            return false;
        }

        long digits = 0;
        var (begin, point) = (at, -1);
        for (; at < text.Length; at++)
        {
            var one = text[at] - '0';
            if ((uint)one <= 9)
            {
                digits = (digits * 10) + one;
            }
            else if (text[at] == '.' && point < 0 && at > begin)
            {
                point = at;
            }
            else
            {
                return false;
            }
        }

        var places = point < 0 ? 0 : text.Length - point - 1;
        if ((point >= 0 && places == 0) || text.Length - begin - (point < 0 ? 0 : 1) > MostDigits)
        {
            return false;
        }

        value = digits / PowersOfTen[places];
        value = negative ? -value : value;
        return true;
    }
}
