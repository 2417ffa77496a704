using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Triggers.Engine.Intake;

/// <summary>
/// Steps over the values of JSON whose layout is known, without a JSON reader. Takes only a part of the grammar (RFC 8259), and that exactly: text without escapes, numbers,
/// <c>true</c>, <c>false</c> and <c>null</c>. Of anything else it says that it is unsure, and the caller reads the record with a JSON reader instead. That texts are UTF-8 is the
/// caller's to check.
/// </summary>
public static class JsonScan
{
    /// <summary>Where the text ends whose first byte behind the quote is at <paramref name="at"/>: the place of the closing quote; -1 when unsure.</summary>
    public static int EndOfText(ReadOnlySpan<byte> json, int at)
    {
        var quote = Vector128.Create((byte)'"');
        var escape = Vector128.Create((byte)'\\');
        var space = Vector128.Create((byte)' ');
        for (; at <= json.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref Unsafe.AsRef(in json[at]));
            var quotes = Vector128.Equals(bytes, quote).ExtractMostSignificantBits();
            var unsure = (Vector128.Equals(bytes, escape) | Vector128.LessThan(bytes, space)).ExtractMostSignificantBits();
            if ((quotes | unsure) != 0)
            {
                // The quote is the end unless something stands before it: what waits for the end need not wait for that.
                return (unsure & (quotes ^ (quotes - 1))) == 0 ? at + BitOperations.TrailingZeroCount(quotes) : -1;
            }
        }

        for (; at < json.Length; at++)
        {
            if (json[at] is (byte)'"' or (byte)'\\' or < (byte)' ')
            {
                return json[at] == '"' ? at : -1;
            }
        }

        return -1;
    }

    /// <summary>Where the number ends that begins at <paramref name="at"/>: the place behind its last byte; -1 when it is none. What follows is the caller's to check.</summary>
    public static int EndOfNumber(ReadOnlySpan<byte> json, int at) => EndOfNumber(json, at, out _);

    /// <summary>The same, and how the number is written.</summary>
    public static int EndOfNumber(ReadOnlySpan<byte> json, int at, out NumberForm form)
    {
        form = NumberForm.Whole;
        var digits = (uint)at < (uint)json.Length && json[at] == '-' ? at + 1 : at;
        var whole = EndOfDigits(json, digits);
        if (whole == digits || (json[digits] == '0' && whole > digits + 1))
        {
            return -1;
        }

        at = whole;
        if (at < json.Length && json[at] == '.')
        {
            var fraction = EndOfDigits(json, at + 1);
            if (fraction == at + 1)
            {
                return -1;
            }

            at = fraction;
            form = NumberForm.Decimal;
        }

        if (at < json.Length && (json[at] | 0x20) == 'e')
        {
            form = NumberForm.Exponential;
            return EndOfExponent(json, at + 1);
        }

        return at;
    }

    /// <summary>Where <c>true</c>, <c>false</c> or <c>null</c> ends that begins at <paramref name="at"/>; -1 when it is none of them.</summary>
    public static int EndOfWord(ReadOnlySpan<byte> json, int at)
    {
        var rest = json[at..];
        return rest.StartsWith("true"u8) || rest.StartsWith("null"u8) ? at + 4 : rest.StartsWith("false"u8) ? at + 5 : -1;
    }

    private static int EndOfExponent(ReadOnlySpan<byte> json, int at)
    {
        at += at < json.Length && (json[at] is (byte)'+' or (byte)'-') ? 1 : 0;
        var end = EndOfDigits(json, at);
        return end == at ? -1 : end;
    }

    /// <summary>Numbers of a field differ in length from record to record: eight bytes are looked at together, so that the processor need not guess where they end.</summary>
    private static int EndOfDigits(ReadOnlySpan<byte> json, int at)
    {
        while (at <= json.Length - sizeof(ulong))
        {
            var others = OtherThanDigits(BinaryPrimitives.ReadUInt64LittleEndian(json[at..]));
            if (others != 0)
            {
                return at + (BitOperations.TrailingZeroCount(others) >> 3);
            }

            at += sizeof(ulong);
        }

        while ((uint)at < (uint)json.Length && (uint)(json[at] - '0') <= 9)
        {
            at++;
        }

        return at;
    }

    /// <summary>The high bit of each of eight bytes that is no decimal digit; exact up to and including the first such byte.</summary>
    private static ulong OtherThanDigits(ulong bytes)
    {
        const ulong every = 0x0101010101010101;
        var values = bytes ^ (every * '0');
        return (values | (values + (every * (0x80 - 10)))) & (every * 0x80);
    }
}
