using System.Buffers;
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

    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>True when the letter differs from the others in offset and value alone, as far as can be told at once.</summary>
    public bool IsOf(in DeadLetter letter) => ReferenceEquals(letter.Reason, like.Reason) && ReferenceEquals(letter.Topic, like.Topic) && letter.Partition == like.Partition;

    /// <summary>The line of a letter whose value is <see cref="PlainText"/>; valid until the next.</summary>
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
}
