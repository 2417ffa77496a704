namespace Triggers.Runtime.Ingest;

/// <summary>Short runs of decimal digits, as times are made of.</summary>
internal static class Digits
{
    /// <summary>Reads at most nine digits and nothing else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 9)
        {
            return false;
        }

        foreach (var digit in text)
        {
            var one = digit - '0';
            if ((uint)one > 9)
            {
                return false;
            }

            value = (value * 10) + one;
        }

        return true;
    }
}
