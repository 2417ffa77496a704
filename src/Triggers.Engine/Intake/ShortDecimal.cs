namespace Triggers.Engine.Intake;

/// <summary>Plain decimal numbers of at most 18 digits: <c>12.50</c>, <c>-3</c>. The usual case of amounts, read in one pass; longer forms have readers of their own.</summary>
public static class ShortDecimal
{
    private const int MostDigits = 18;

    /// <summary>Reads the whole of <paramref name="text"/>; false when it is anything else, which may be a number still.</summary>
    /// <param name="text">The digits.</param>
    /// <param name="mantissa">All digits as one number, with the sign.</param>
    /// <param name="scale">How many of them stand behind the point, 0..17.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out long mantissa, out byte scale)
    {
        mantissa = 0;
        scale = 0;
        var negative = !text.IsEmpty && text[0] == '-';
        var begin = negative ? 1 : 0;
        if (text.Length - begin is 0 or > MostDigits)
        {
            return false;
        }

        var point = -1;
        for (var at = begin; at < text.Length; at++)
        {
            var one = text[at] - '0';
            if ((uint)one <= 9)
            {
                mantissa = (mantissa * 10) + one;
            }
            else if (text[at] == '.' && point < 0 && at > begin && at < text.Length - 1)
            {
                point = at;
            }
            else
            {
                return false;
            }
        }

        scale = (byte)(point < 0 ? 0 : text.Length - point - 1);
        mantissa = negative ? -mantissa : mantissa;
        return true;
    }
}
