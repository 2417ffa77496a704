using System.Buffers.Text;

namespace Triggers.Runtime.Contracts;

/// <summary>
/// Lines of dead letters that have one reason and come from one place, as rows without a customer do by the hundred thousand: they differ in offset and value alone, and a value of plain
/// text stands in JSON as it is. Not thread-safe.
/// </summary>
/// <param name="like">One of the letters, without its value.</param>
/// <param name="beginning">Their JSON as far as the offset.</param>
internal sealed class LetterLine(DeadLetter like, byte[] beginning)
{
    private const int LongestOffset = 20;

    private byte[] _line = [];

    private static ReadOnlySpan<byte> BeforeValue => ",\"value\":\""u8;

    private static ReadOnlySpan<byte> AfterValue => "\"}\n"u8;

    /// <summary>True when the letter differs from the others in offset and value alone, as far as can be told at once.</summary>
    public bool IsOf(in DeadLetter letter) => ReferenceEquals(letter.Reason, like.Reason) && ReferenceEquals(letter.Topic, like.Topic) && letter.Partition == like.Partition;

    /// <summary>The line of a letter whose value is <see cref="PlainText"/>; valid until the next.</summary>
    public ReadOnlySpan<byte> Of(scoped in DeadLetter letter)
    {
        var value = letter.Value.Span;
        var longest = beginning.Length + LongestOffset + BeforeValue.Length + value.Length + AfterValue.Length;
        if (_line.Length < longest)
        {
            _line = new byte[2 * longest];
        }

        var line = _line.AsSpan();
        beginning.CopyTo(line);
        Utf8Formatter.TryFormat(letter.Offset, line[beginning.Length..], out var digits);
        var length = beginning.Length + digits;
        BeforeValue.CopyTo(line[length..]);
        length += BeforeValue.Length;
        value.CopyTo(line[length..]);
        length += value.Length;
        AfterValue.CopyTo(line[length..]);
        return line[..(length + AfterValue.Length)];
    }
}
