using System.Buffers;
using System.Text.Encodings.Web;

namespace Triggers.Runtime.Contracts;

/// <summary>
/// Escapes what <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> escapes. Most of what we write is plain ASCII, told here eight bytes at a time, and most of the rest ASCII and
/// Latin-1, by code that can be compiled ahead: the framework's own is compiled for the very processor while the program runs, and slow until then, which is longer than many runs take.
/// </summary>
public sealed class ContractEncoder : JavaScriptEncoder
{
    private const byte LeastBeyondAscii = 0x80;
    private const byte NoBreakSpace = 0xA0;
    private const byte SoftHyphen = 0xAD;

    /// <summary>What JSON has an escape of two characters for.</summary>
    private static ReadOnlySpan<byte> Escaped => "\b\t\n\f\r\"\\"u8;

    /// <summary>The second of them.</summary>
    private static ReadOnlySpan<byte> Letters => "btnfr\"\\"u8;

    private static ReadOnlySpan<byte> Digits => "0123456789ABCDEF"u8;

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar);

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    /// <inheritdoc/>
    public override OperationStatus Encode(ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true) =>
        UnsafeRelaxedJsonEscaping.Encode(source, destination, out charsConsumed, out charsWritten, isFinalBlock);

    /// <inheritdoc/>
    public override string Encode(string value) => UnsafeRelaxedJsonEscaping.Encode(value);

    /// <inheritdoc/>
    public override OperationStatus EncodeUtf8(ReadOnlySpan<byte> utf8Source, Span<byte> utf8Destination, out int bytesConsumed, out int bytesWritten, bool isFinalBlock = true)
    {
        (bytesConsumed, bytesWritten) = (0, 0);
        while (bytesConsumed < utf8Source.Length)
        {
            var rest = utf8Source[bytesConsumed..];
            var room = utf8Destination[bytesWritten..];
            var plain = PlainLength(rest);
            if (plain == 0 && rest[0] >= LeastBeyondAscii)
            {
                break;
            }

            var written = plain;
            if (plain > 0 ? !rest[..plain].TryCopyTo(room) : !TryEscape(rest[0], room, out written))
            {
                return OperationStatus.DestinationTooSmall;
            }

            bytesConsumed += Math.Max(plain, 1);
            bytesWritten += written;
        }

        if (bytesConsumed == utf8Source.Length)
        {
            return OperationStatus.Done;
        }

        var status = UnsafeRelaxedJsonEscaping.EncodeUtf8(utf8Source[bytesConsumed..], utf8Destination[bytesWritten..], out var consumedBeyond, out var writtenBeyond, isFinalBlock);
        bytesConsumed += consumedBeyond;
        bytesWritten += writtenBeyond;
        return status;
    }

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        if (PlainText.Is(utf8Text))
        {
            return -1;
        }

        var first = PlainLength(utf8Text);
        if (first == utf8Text.Length || utf8Text[first] < LeastBeyondAscii)
        {
            return first < utf8Text.Length ? first : -1;
        }

        var beyond = UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncodeUtf8(utf8Text[first..]);
        return beyond < 0 ? -1 : first + beyond;
    }

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        PlainText.Is(new ReadOnlySpan<char>(text, textLength)) ? -1 : UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncode(text, textLength);

    /// <summary>Bytes before the first character that is neither plain nor a letter or sign of Latin-1, as € is not and £ and ü are.</summary>
    private static int PlainLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && (PlainText.Is((char)text[length]) || IsLatin(text[length..])))
        {
            length += text[length] < LeastBeyondAscii ? 1 : 2;
        }

        return length;
    }

    private static bool IsLatin(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[1] is >= 0x80 and <= 0xBF && (text[0] == 0xC3 || (text[0] == 0xC2 && text[1] is > NoBreakSpace and not SoftHyphen));

    /// <summary>A character of ASCII that is not plain, as it stands in JSON.</summary>
    private static bool TryEscape(byte unit, Span<byte> destination, out int written)
    {
        var letter = Escaped.IndexOf(unit);
        written = letter >= 0 ? 2 : 6;
        if (destination.Length < written)
        {
            return false;
        }

        destination[0] = (byte)'\\';
        if (letter >= 0)
        {
            destination[1] = Letters[letter];
            return true;
        }

        "u00"u8.CopyTo(destination[1..]);
        destination[4] = Digits[unit >> 4];
        destination[5] = Digits[unit & 0xF];
        return true;
    }
}
