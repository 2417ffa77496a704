using System.Runtime.InteropServices;

namespace Triggers.Runtime.Contracts;

/// <summary>
/// Texts that JSON has as they are, between quotes: printable ASCII without quotes and backslashes. Told eight bytes at a time: subtracting borrows from the highest bit of a unit that is too
/// small, and no ASCII has that bit; too small is what stands below a blank, and what an exclusive or with something special makes zero.
/// </summary>
internal static class PlainText
{
    private const ulong EachByte = 0x0101_0101_0101_0101;
    private const ulong EachChar = 0x0001_0001_0001_0001;
    private const ulong CharsBeyondAscii = EachChar * 0xFF80;
    private const char Delete = '\u007F';

    /// <summary>True when the UTF-8 is plain.</summary>
    public static bool Is(ReadOnlySpan<byte> text)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(text))
        {
            if (((word | Borrowed(word, EachByte)) & (EachByte << 7)) != 0)
            {
                return false;
            }
        }

        foreach (var unit in text[(text.Length & -sizeof(ulong))..])
        {
            if (!Is((char)unit))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when the text is plain.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        foreach (var word in MemoryMarshal.Cast<char, ulong>(text))
        {
            if (((word & CharsBeyondAscii) | (Borrowed(word, EachChar) & (EachChar << 15))) != 0)
            {
                return false;
            }
        }

        foreach (var unit in text[(text.Length & -(sizeof(ulong) / sizeof(char)))..])
        {
            if (!Is(unit))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when the character is plain.</summary>
    public static bool Is(char unit) => unit is >= ' ' and < Delete and not ('"' or '\\');

    private static ulong Borrowed(ulong word, ulong each) =>
        (word - (each * ' ')) | ((word ^ (each * '"')) - each) | ((word ^ (each * '\\')) - each) | ((word ^ (each * Delete)) - each);
}
