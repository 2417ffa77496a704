namespace Triggers.Runtime.Ingest;

/// <summary>Decimal numbers read exactly from their digits, never by way of binary floating point: <c>12.50</c>, <c>-3</c>, <c>1e2</c>.</summary>
internal static class ExactDecimal
{
    private const int MostDigits = 18;

    /// <summary>
    /// Reads the whole of <paramref name="text"/>; false when it is no number, or needs more than 18 digits or 18 decimal places (zeros at either end do not count).
    /// Decimal places are kept as written.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        var negative = !text.IsEmpty && text[0] == '-';
        var digits = negative ? text[1..] : text;
        if (!TryExponent(ref digits, out var exponent))
        {
            return false;
        }

        var point = digits.IndexOf((byte)'.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? default : digits[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && fraction.IsEmpty))
        {
            return false;
        }

        while (fraction.Length > MostDigits && fraction[^1] == '0')
        {
            fraction = fraction[..^1];
        }

        ulong mantissa = 0;
        var count = 0;
        return TryAppend(whole, ref mantissa, ref count) && TryAppend(fraction, ref mantissa, ref count) && TryScale(mantissa, fraction.Length - exponent, negative, out value);
    }

    private static bool TryAppend(ReadOnlySpan<byte> digits, ref ulong mantissa, ref int count)
    {
        foreach (var digit in digits)
        {
            var one = digit - '0';
            if ((uint)one > 9)
            {
                return false;
            }

            count += mantissa > 0 || one > 0 ? 1 : 0;
            if (count > MostDigits)
            {
                return false;
            }

            mantissa = (mantissa * 10) + (uint)one;
        }

        return true;
    }

    private static bool TryScale(ulong mantissa, int scale, bool negative, out decimal value)
    {
        value = 0;
        while (scale > MostDigits && mantissa % 10 == 0 && mantissa > 0)
        {
            mantissa /= 10;
            scale--;
        }

        for (; scale < 0 && mantissa > 0; scale++)
        {
            if (mantissa >= (ulong)1e17)
            {
                return false;
            }

            mantissa *= 10;
        }

        if (scale > MostDigits && mantissa > 0)
        {
            return false;
        }

        value = new((int)mantissa, (int)(mantissa >> 32), 0, negative && mantissa > 0, (byte)Math.Clamp(scale, 0, MostDigits));
        return true;
    }

    private static bool TryExponent(ref ReadOnlySpan<byte> digits, out int exponent)
    {
        exponent = 0;
        var at = digits.IndexOfAny((byte)'e', (byte)'E');
        if (at < 0)
        {
            return true;
        }

        var text = digits[(at + 1)..];
        digits = digits[..at];
        var negative = !text.IsEmpty && text[0] == '-';
        text = !text.IsEmpty && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        if (!Digits.TryRead(text, out exponent) || exponent > 1_000)
        {
            return false;
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }
}
