using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace Triggers.Runtime.Contracts;

/// <summary>
/// Lines of dead letters that have one reason and come from one place, as rows without a customer do by the hundred thousand: they differ in offset and value alone, and a value of plain
/// text stands in JSON as it is. Not thread-safe.
/// </summary>
/// <param name="like">One of the letters.</param>
/// <param name="beginning">Their JSON as far as the offset.</param>
internal sealed class LetterLine(DeadLetter like, byte[] beginning)
{
    private const int LongestOffset = 20;
    private const ulong EachByte = 0x0101_0101_0101_0101;
    private const byte Delete = 0x7F;

    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>True when the letter differs from the others in offset and value alone, as far as can be told at once.</summary>
    public bool IsOf(in DeadLetter letter) => ReferenceEquals(letter.Reason, like.Reason) && ReferenceEquals(letter.Topic, like.Topic) && letter.Partition == like.Partition;

    /// <summary>True when JSON has the value as it is, between quotes: printable ASCII without quotes and backslashes.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> value)
    {
        var at = 0;
        for (; at + sizeof(ulong) <= value.Length; at += sizeof(ulong))
        {
            if (!ArePlain(BinaryPrimitives.ReadUInt64LittleEndian(value[at..])))
            {
                return false;
            }
        }

        for (; at < value.Length; at++)
        {
            if (value[at] is < (byte)' ' or >= Delete or (byte)'"' or (byte)'\\')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The line of a letter whose value is plain; valid until the next.</summary>
    public ReadOnlySpan<byte> Of(scoped in DeadLetter letter)
    {
        _line.ResetWrittenCount();
        _line.Write(beginning);
        Utf8Formatter.TryFormat(letter.Offset, _line.GetSpan(LongestOffset), out var digits);
        _line.Advance(digits);
        _line.Write(",\"value\":\""u8);
        _line.Write(letter.Value.Span);
        _line.Write("\"}\n"u8);
        return _line.WrittenSpan;
    }

    /// <summary>
    /// Of eight bytes at once. Subtracting borrows from the highest bit of a byte that is too small, and no ASCII has that bit: below a blank, or zero after an exclusive or.
    /// </summary>
    private static bool ArePlain(ulong bytes)
    {
        var special = (bytes - (EachByte * ' ')) | ((bytes ^ (EachByte * '"')) - EachByte) | ((bytes ^ (EachByte * '\\')) - EachByte) | ((bytes ^ (EachByte * Delete)) - EachByte);
        return ((bytes | special) & (EachByte << 7)) == 0;
    }
}
